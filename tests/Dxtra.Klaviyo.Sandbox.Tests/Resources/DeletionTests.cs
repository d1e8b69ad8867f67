using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Sandbox.Tests.Resources;

public sealed class DeletionTests : IAsyncLifetime
{
    private const string Path = "/api/data-privacy-deletion-jobs";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero));
    private RunningSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await RunningSandbox.StartAsync(new SandboxOptions { RateLimits = false, Time = _time });

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_deletion_is_accepted_without_a_word_and_takes_effect_later()
    {
        var id = await MakeAsync("gone@example.com");

        using var content = new StringContent(Body("""{"email":"gone@example.com"}"""), System.Text.Encoding.UTF8, "application/json");
        using var response = await _sandbox.Client.PostAsync(new Uri(Path, UriKind.Relative), content);

        Assert.Equal(202, (int)response.StatusCode);
        Assert.Null(response.Content.Headers.ContentType);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        await _sandbox.GetAsync($"/api/profiles/{id}");
        _time.Advance(TimeSpan.FromSeconds(1));
        await _sandbox.GetErrorAsync($"/api/profiles/{id}", 404);
        Assert.Equal([$"deleted {id} by request_profile_deletion"], await _sandbox.ChangesAsync());
    }

    [Fact]
    public async Task Whatever_hung_on_the_profile_goes_with_it()
    {
        var codes = (await _sandbox.GetAllAsync("/api/coupon-codes?filter=equals(coupon.id,'WELCOME10')")).Count;
        var id = await MakeAsync("gone@example.com");
        await DeleteAsync("""{"email":"gone@example.com"}""");

        using var truth = await _sandbox.Client.GetAsync(new Uri($"/sandbox/people/{id}", UriKind.Relative));
        Assert.Equal(404, (int)truth.StatusCode);
        Assert.Empty(await _sandbox.GetAllAsync($"/api/push-tokens?filter=equals(profile.id,'{id}')"));
        Assert.Equal(codes, (await _sandbox.GetAllAsync("/api/coupon-codes?filter=equals(coupon.id,'WELCOME10')")).Count);
        foreach (var list in (await _sandbox.GetAllAsync("/api/lists")).Ids())
            Assert.DoesNotContain(id, (await _sandbox.GetAllAsync($"/api/lists/{list}/relationships/profiles")).Ids());
        foreach (var type in (await _sandbox.GetAsync("/api/object-types")).Ids())
        {
            var records = await _sandbox.GetAllAsync($"/api/object-types/{type}/object-records?page[size]=100");
            Assert.All(records, record => Assert.DoesNotContain("gone@example.com", record.ToJsonString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Events_and_reviews_stay_without_the_person()
    {
        var id = await MakeAsync("gone@example.com");
        await _sandbox.ControlAsync(HttpMethod.Post, $"/sandbox/people/{id}/events", JsonNode.Parse("""
            {"events":[{"metric":"Placed Order","properties":{"$value":40,"Email":"Gone@Example.com","Note":"for Ottilie, 2nd floor",
             "Items":[{"Name":"Scarf","Gift For":"Ottilie"}]}}]}
            """));
        var eventId = Assert.Single((await _sandbox.GetAsync(EventsOf(id))).Ids());
        await DeleteAsync("""{"email":"gone@example.com"}""");

        Assert.Empty(await _sandbox.GetAllAsync(EventsOf(id)));
        var kept = (await _sandbox.GetAsync($"/api/events/{eventId}"))["data"]!.AsObject();
        Assert.Null(kept["relationships"]!["profile"]!["data"]);
        var properties = kept.Attributes()["event_properties"]!;
        Assert.Equal(40, (int)properties["$value"]!);
        Assert.Matches("^redacted\\.[0-9a-f-]{36}@example\\.com$", (string)properties["Email"]!);
        Assert.Equal("redacted", (string?)properties["Note"]);
        Assert.Equal(["Scarf", "redacted"], properties["Items"]![0]!.AsObject().Select(field => (string)field.Value!));
        var review = Assert.Single(
            await _sandbox.GetAllAsync("/api/reviews?page[size]=100"), review => (string?)review.Attributes()["content"] == "Lovely scarf.");
        Assert.Equal((string?)properties["Email"], (string?)review.Attributes()["email"]);
    }

    [Fact]
    public async Task Redacted_events_can_stay_under_the_old_id()
    {
        await _sandbox.ControlAsync(HttpMethod.Put, "/sandbox/quirks", new { jobs = new { deletedKeepEvents = true, deletionMilliseconds = 0 } });
        var id = await MakeAsync("gone@example.com");
        await _sandbox.ControlAsync(HttpMethod.Post, $"/sandbox/people/{id}/events/bulk", new { count = 3 });
        await SendAsync("""{"email":"gone@example.com"}""");

        Assert.Equal(3, (await _sandbox.GetAllAsync(EventsOf(id))).Count);
        await _sandbox.GetErrorAsync($"/api/profiles/{id}", 404);
    }

    [Theory]
    [InlineData("""{"email":"nobody@example.com"}""", "No profile with email \"nobody@example.com\" found.  The profile may have already been deleted.")]
    [InlineData("""{"phone_number":"+447700900000"}""", "No profile with phone_number \"+447700900000\" found.  The profile may have already been deleted.")]
    public async Task Who_is_not_there_is_404_at_once_with_the_identifier_in_clear(string attributes, string detail)
    {
        var (status, body) = await SendAsync(attributes);

        Assert.Equal(404, status);
        Assert.Equal(detail, (string?)JsonNode.Parse(body)!["errors"]![0]!["detail"]);
    }

    [Fact]
    public async Task A_second_request_after_the_first_took_effect_is_404_and_before_it_changes_nothing_more()
    {
        var id = await MakeAsync("gone@example.com");
        Assert.Equal(202, (await SendAsync("{}", id)).Status);
        Assert.Equal(202, (await SendAsync("{}", id)).Status);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(404, (await SendAsync("{}", id)).Status);

        Assert.Single(await _sandbox.ChangesAsync());
    }

    [Theory]
    [InlineData("""{"email":"a@example.com","phone_number":"+447700900000"}""", null)]
    [InlineData("""{"email":"a@example.com"}""", "01GDDKASAP8TKDDA2GRZDSVP4H")]
    [InlineData("""{"external_id":"CUST-0001"}""", null)]
    [InlineData("""{}""", null)]
    [InlineData("null", "01GDDKASAP8TKDDA2GRZDSVP4H")]
    public async Task Anything_but_one_identifier_is_refused(string attributes, string? id) =>
        Assert.Equal(400, (await SendAsync(attributes, id)).Status);

    [Fact]
    public async Task A_profile_that_was_merged_in_between_is_not_found_and_the_survivor_stays()
    {
        var id = await MakeAsync("gone@example.com");
        var survivor = await _sandbox.MakeAsync("""{"attributes":{"phone_number":"+447700900888"}}""");
        await SendAsync("{}", id);
        await _sandbox.ControlAsync(HttpMethod.Post, $"/sandbox/people/{id}/merge", new { into = survivor });
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("gone@example.com", (string?)(await _sandbox.GetAsync($"/api/profiles/{survivor}"))["data"]!["attributes"]!["email"]);
    }

    [Fact]
    public async Task The_account_shows_whom_it_deleted_with_the_contact_details()
    {
        var id = await MakeAsync("gone@example.com");
        await DeleteAsync("""{"email":"gone@example.com"}""");

        var entry = Assert.Single((await _sandbox.ControlAsync(HttpMethod.Get, "/sandbox/deleted")).AsArray())!;
        Assert.Equal((id, "gone@example.com"), ((string?)entry["profileId"], (string?)entry["email"]));
    }

    [Fact]
    public async Task The_key_needs_the_scope()
    {
        using var client = _sandbox.ClientWith(_sandbox.Server.ApiKeys["without data-privacy:write"]);
        using var content = new StringContent(Body("""{"email":"amelia.hartley@example.com"}"""), System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri(Path, UriKind.Relative), content);

        Assert.Equal(403, (int)response.StatusCode);
    }

    private Task<string> MakeAsync(string email) => _sandbox.MakeAsync($$"""
        {"attributes":{"email":"{{email}}","first_name":"Ottilie"},"consent":{"email":"SUBSCRIBED"},"lists":["Newsletter"],
         "holdings":{"devices":["ios"],"conversations":["sms"],"couponCodes":["WELCOME10"],
          "reviews":[{"content":"Lovely scarf.","rating":5}],
          "objectRecords":[{"type":"Loyalty Card","properties":{"email":"{{email}}"} }]} }
        """);

    private Task<(int Status, string Body)> SendAsync(string attributes, string? id = null) =>
        _sandbox.SendAsync(HttpMethod.Post, Path, Body(attributes, id));

    private async Task DeleteAsync(string attributes)
    {
        Assert.Equal(202, (await SendAsync(attributes)).Status);
        _time.Advance(TimeSpan.FromSeconds(1));
    }

    private static string Body(string attributes, string? id = null) => $$"""
        {"data":{"type":"data-privacy-deletion-job","attributes":{"profile":{"data":{"type":"profile",
         {{(id is null ? "" : $"\"id\":\"{id}\",")}}"attributes":{{attributes}} } } } } }
        """;

    private static string EventsOf(string profileId) => $"/api/events?filter=equals(profile_id,%22{profileId}%22)";
}
