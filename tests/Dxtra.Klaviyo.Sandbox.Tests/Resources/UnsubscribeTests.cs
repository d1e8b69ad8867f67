using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Sandbox.Tests.Resources;

public sealed class UnsubscribeTests : IAsyncLifetime
{
    private const string Email = """{"email":{"marketing":{"consent":"UNSUBSCRIBED"}}}""";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero));
    private RunningSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await RunningSandbox.StartAsync(new SandboxOptions { RateLimits = false, Time = _time });

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Without_a_list_the_channel_is_unsubscribed_everywhere_and_the_lists_stay()
    {
        var id = await MakeAsync();
        Assert.Equal((202, ""), await SendAsync(Person(Email)));
        Assert.Equal("SUBSCRIBED", await ConsentAsync(id, "email", "marketing"));
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("UNSUBSCRIBED", await ConsentAsync(id, "email", "marketing"));
        Assert.Equal("SUBSCRIBED", await ConsentAsync(id, "sms", "marketing"));
        var truth = await TruthAsync(id);
        Assert.Single(truth["lists"]!.AsArray());
        Assert.Equal(1, (int)truth["counts"]!["eventsByMetric"]!["Unsubscribed from Email Marketing"]!);
        Assert.Equal([$"unsubscribed email.marketing {id} by bulk_unsubscribe_profiles"], await _sandbox.ChangesAsync());
    }

    [Fact]
    public async Task With_a_list_that_the_person_is_on_the_consent_stays_and_the_membership_goes()
    {
        var id = await MakeAsync();
        await ApplyAsync(Person(Email), await ListAsync("Newsletter"));

        Assert.Equal("SUBSCRIBED", await ConsentAsync(id, "email", "marketing"));
        var truth = await TruthAsync(id);
        Assert.Empty(truth["lists"]!.AsArray());
        Assert.Equal("UNSUBSCRIBE", (string?)truth["subscriptions"]!["email"]!["marketing"]!["list_suppressions"]![0]!["reason"]);
        Assert.False((bool)Assert.Single(truth["listChanges"]!.AsArray())!["joined"]!);
        Assert.Equal(["unsubscribed", "leftList"], (await _sandbox.ChangesAsync()).Select(change => change.Split(' ')[0]));
    }

    [Fact]
    public async Task With_a_list_that_the_person_is_not_on_the_channel_is_unsubscribed_everywhere()
    {
        var id = await MakeAsync();
        var other = (string)(await _sandbox.ControlAsync(HttpMethod.Post, "/sandbox/lists", new { name = "Other" }))["id"]!;
        await ApplyAsync(Person(Email), other);

        Assert.Equal("UNSUBSCRIBED", await ConsentAsync(id, "email", "marketing"));
    }

    [Fact]
    public async Task An_unknown_person_comes_into_being_unsubscribed()
    {
        await ApplyAsync("""{"email":"stranger@example.com","subscriptions":{"email":{"marketing":{"consent":"UNSUBSCRIBED"}}}}""");

        var changes = await _sandbox.ChangesAsync();
        Assert.Equal(["created", "unsubscribed"], changes.Select(change => change.Split(' ')[0]));
        var found = (await _sandbox.GetAsync("/api/profiles?filter=equals(email,'stranger@example.com')")).Ids();
        Assert.Equal("UNSUBSCRIBED", await ConsentAsync(Assert.Single(found), "email", "marketing"));
    }

    [Fact]
    public async Task Who_is_unsubscribed_already_is_left_as_they_are()
    {
        var id = await MakeAsync();
        await ApplyAsync(Person(Email));
        var before = await TruthAsync(id);
        await ApplyAsync(Person(Email));

        Assert.Equal(before.ToJsonString(), (await TruthAsync(id)).ToJsonString());
        Assert.Single(await _sandbox.ChangesAsync());
    }

    [Fact]
    public async Task Every_channel_can_be_left_and_devices_go()
    {
        var id = await MakeAsync();
        var token = (string)(await _sandbox.GetAsync($"/api/profiles/{id}/push-tokens"))["data"]![0]!["attributes"]!["token"]!;
        const string no = """{"consent":"UNSUBSCRIBED"}""";
        await ApplyAsync(Person($$"""
            {"email":{"marketing":{{no}},"open_tracking":{{no}} },"sms":{"marketing":{{no}},"transactional":{{no}} },
             "whatsapp":{"marketing":{{no}},"transactional":{{no}},"conversational":{{no}} },
             "push":{"marketing":{{no}},"tokens":[{"token":"{{token}}","platform":"ios","vendor":"apns"}]} }
            """));

        foreach (var (channel, purpose) in new[]
        {
            ("email", "marketing"), ("email", "open_tracking"), ("sms", "marketing"), ("sms", "transactional"),
            ("whatsapp", "marketing"), ("whatsapp", "transactional"), ("whatsapp", "conversational"), ("mobile_push", "marketing"),
        })
        {
            Assert.Equal("UNSUBSCRIBED", await ConsentAsync(id, channel, purpose));
        }

        var truth = await TruthAsync(id);
        Assert.Empty(truth["pushTokens"]!.AsArray());
        Assert.Equal(
            ["Unsubscribed from Email Marketing", "Unsubscribed from Text Messaging Marketing", "Unsubscribed from Text Messaging Transactional"],
            truth["counts"]!["eventsByMetric"]!.AsObject().Select(metric => metric.Key));
    }

    [Theory]
    [InlineData("""{"email":"a@example.com","subscriptions":{}}""")]
    [InlineData("""{"email":"a@example.com"}""")]
    [InlineData("""{"subscriptions":{"email":{"marketing":{"consent":"UNSUBSCRIBED"}}}}""")]
    [InlineData("""{"email":"a@example.com","subscriptions":{"email":{"marketing":{"consent":"SUBSCRIBED"}}}}""")]
    public async Task A_person_without_identifier_or_channel_is_refused(string attributes) =>
        Assert.Equal(400, (await SendAsync(attributes)).Status);

    [Fact]
    public async Task An_unknown_list_is_404() => Assert.Equal(404, (await SendAsync(Person(Email), "NOLIST")).Status);

    [Fact]
    public async Task A_hundred_are_taken_and_one_more_is_refused()
    {
        var people = Enumerable.Range(0, 101).Select(number => Person(Email, $"p{number}@example.com")).ToArray();

        Assert.Equal(202, (await _sandbox.SendAsync(HttpMethod.Post, Path, Body(null, people[..100]))).Status);
        Assert.Equal(400, (await _sandbox.SendAsync(HttpMethod.Post, Path, Body(null, people))).Status);
    }

    private const string Path = "/api/profile-subscription-bulk-delete-jobs";

    private Task<string> MakeAsync() => _sandbox.MakeAsync("""
        {"attributes":{"email":"member@example.com","phone_number":"+447700900999"},"lists":["Newsletter"],
         "consent":{"email":"SUBSCRIBED","sms":"SUBSCRIBED","smsTransactional":"SUBSCRIBED","push":"SUBSCRIBED","openTracking":"SUBSCRIBED"},
         "holdings":{"devices":["ios"]}}
        """);

    private async Task<string> ListAsync(string name) => (await _sandbox.GetAsync($"/api/lists?filter=equals(name,'{name}')")).Ids()[0];

    private Task<JsonNode> TruthAsync(string id) => _sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/people/{id}");

    private async Task<string?> ConsentAsync(string id, string channel, string purpose) =>
        (string?)(await TruthAsync(id))["subscriptions"]![channel]![purpose]!["consent"];

    private async Task ApplyAsync(string attributes, string? listId = null)
    {
        Assert.Equal(202, (await SendAsync(attributes, listId)).Status);
        _time.Advance(TimeSpan.FromSeconds(1));
    }

    private Task<(int Status, string Body)> SendAsync(string attributes, string? listId = null) =>
        _sandbox.SendAsync(HttpMethod.Post, Path, Body(listId, attributes));

    private static string Person(string subscriptions, string email = "member@example.com") =>
        $$"""{"email":"{{email}}"{{(email == "member@example.com" ? ",\"phone_number\":\"+447700900999\"" : "")}},"subscriptions":{{subscriptions}} }""";

    private static string Body(string? listId, params string[] people) => $$"""
        {"data":{"type":"profile-subscription-bulk-delete-job","attributes":{"profiles":{"data":[
         {{string.Join(',', people.Select(attributes => $$"""{"type":"profile","attributes":{{attributes}} }"""))}}]} }
         {{(listId is null ? "" : $$""","relationships":{"list":{"data":{"type":"list","id":"{{listId}}"} } }""")}} } }
        """;
}
