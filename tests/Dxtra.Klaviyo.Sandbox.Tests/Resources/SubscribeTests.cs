using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Sandbox.Tests.Resources;

public sealed class SubscribeTests : IAsyncLifetime
{
    private const string Yes = """{"consent":"SUBSCRIBED"}""";
    private const string Email = "newcomer@example.com";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero));
    private RunningSandbox _sandbox = null!;
    private string _list = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await RunningSandbox.StartAsync(new SandboxOptions { RateLimits = false, Time = _time });
        _list = (string)(await _sandbox.ControlAsync(HttpMethod.Post, "/sandbox/lists", new { name = "Fresh" }))["id"]!;
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_new_address_without_list_and_history_comes_to_nothing_for_all_its_202()
    {
        await ApplyAsync(Person(Yes));

        Assert.Empty(await FoundAsync());
        Assert.Empty(await _sandbox.ChangesAsync());
    }

    [Fact]
    public async Task On_a_list_with_single_opt_in_the_person_comes_into_being_and_joins()
    {
        await ApplyAsync(Person(Yes), _list);

        var truth = await TruthAsync();
        Assert.Equal("SUBSCRIBED", (string?)truth["subscriptions"]!["email"]!["marketing"]!["consent"]);
        Assert.Equal("Fresh", (string?)Assert.Single(truth["lists"]!.AsArray())!["name"]);
        Assert.Equal(
            ["Subscribed to Email Marketing", "Subscribed to List"], truth["counts"]!["eventsByMetric"]!.AsObject().Select(metric => metric.Key));
    }

    [Fact]
    public async Task On_a_list_with_double_opt_in_nothing_shows_until_the_person_confirms()
    {
        var id = await _sandbox.MakeAsync($$"""{"attributes":{"email":"{{Email}}"} }""");
        var list = (await _sandbox.GetAllAsync("/api/lists")).First(list => (string?)list.Attributes()["opt_in_process"] == "double_opt_in");
        await ApplyAsync(Person(Yes), (string)list["id"]!);

        Assert.Equal("NEVER_SUBSCRIBED", (string?)(await TruthAsync())["subscriptions"]!["email"]!["marketing"]!["consent"]);
        Assert.Empty((await _sandbox.GetAsync($"/api/profiles/{id}/lists")).Ids());
    }

    [Fact]
    public async Task History_needs_no_list_and_no_confirmation_but_a_time_in_the_past()
    {
        await ApplyAsync(Person("""{"consent":"SUBSCRIBED","consented_at":"2024-05-01T10:00:00Z"}"""), historical: true);

        var consent = (await TruthAsync())["subscriptions"]!["email"]!["marketing"]!;
        Assert.StartsWith("2024-05-01T10:00:00", (string?)consent["consent_timestamp"], StringComparison.Ordinal);
        Assert.Equal(400, await SendAsync(Person(Yes), historical: true));
        Assert.Equal(400, await SendAsync(Person("""{"consent":"SUBSCRIBED","consented_at":"2030-05-01T10:00:00Z"}"""), historical: true));
        Assert.Equal(400, await SendAsync(Person("""{"consent":"SUBSCRIBED","consented_at":"2024-05-01T10:00:00Z"}""")));
    }

    [Fact]
    public async Task Subscribing_lifts_what_the_person_or_the_shop_did_and_not_what_the_mailbox_did()
    {
        await _sandbox.MakeAsync($$"""
            {"attributes":{"email":"{{Email}}"},"suppressions":["UNSUBSCRIBE","SPAM_COMPLAINT","USER_SUPPRESSED","HARD_BOUNCE"]}
            """);
        await ApplyAsync(Person(Yes), _list);

        var left = Assert.Single((await TruthAsync())["subscriptions"]!["email"]!["marketing"]!["suppression"]!.AsArray());
        Assert.Equal("HARD_BOUNCE", (string?)left!["reason"]);
    }

    [Fact]
    public async Task A_person_can_be_named_by_id_and_devices_are_registered()
    {
        var id = await _sandbox.MakeAsync($$"""{"attributes":{"email":"{{Email}}"} }""");
        await ApplyAsync($$"""
            {"type":"profile","id":"{{id}}","attributes":{"subscriptions":{"push":{"marketing":{{Yes}},
             "tokens":[{"token":"tok-1","platform":"android","vendor":"fcm"}]} } } }
            """);

        var truth = await TruthAsync();
        Assert.Equal("SUBSCRIBED", (string?)truth["subscriptions"]!["mobile_push"]!["marketing"]!["consent"]);
        Assert.Equal("tok-1", (string?)Assert.Single(truth["pushTokens"]!.AsArray())!["token"]);
    }

    [Fact]
    public async Task The_id_of_nobody_makes_nobody_and_a_device_without_token_is_refused()
    {
        const string push = """{"marketing":{"consent":"SUBSCRIBED"},"tokens":[{"token":"tok-1","platform":"ios","vendor":"apns"}]}""";
        await ApplyAsync($$"""{"type":"profile","id":"01GDDKASAP8TKDDA2GRZDSVP4H","attributes":{"subscriptions":{"push":{{push}} } } }""");

        Assert.Empty(await _sandbox.ChangesAsync());
        Assert.Equal(400, await SendAsync(
            $$"""{"type":"profile","id":"01","attributes":{"subscriptions":{"push":{{push.Replace("\"tok-1\"", "5", StringComparison.Ordinal)}} } } }"""));
    }

    private static string Person(string consent) =>
        $$"""{"type":"profile","attributes":{"email":"{{Email}}","subscriptions":{"email":{"marketing":{{consent}} } } } }""";

    private Task<List<JsonObject>> FoundAsync() => _sandbox.GetAllAsync($"/api/profiles?filter=equals(email,%22{Email}%22)");

    private async Task<JsonNode> TruthAsync() =>
        await _sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/people/{Assert.Single(await FoundAsync())["id"]}");

    private async Task ApplyAsync(string person, string? listId = null, bool historical = false)
    {
        Assert.Equal(202, await SendAsync(person, listId, historical));
        _time.Advance(TimeSpan.FromSeconds(1));
    }

    private async Task<int> SendAsync(string person, string? listId = null, bool historical = false)
    {
        var (status, _) = await _sandbox.SendAsync(HttpMethod.Post, "/api/profile-subscription-bulk-create-jobs", $$"""
            {"data":{"type":"profile-subscription-bulk-create-job","attributes":{"profiles":{"data":[{{person}}]}
             {{(historical ? ",\"historical_import\":true" : "")}} }
             {{(listId is null ? "" : $$""","relationships":{"list":{"data":{"type":"list","id":"{{listId}}"} } }""")}} } }
            """);
        return status;
    }
}
