using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Journeys.Access;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Adversity;

/// <summary>Klaviyo answers late, broken, or not at all. The export has everything in the end, or says what it has not.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class BrokenAnswersTests(ImpatientFixture fixture) : IClassFixture<ImpatientFixture>, IAsyncLifetime
{
    private static readonly string[] History = ["events", "flows", "listChanges", "messages", "orders", "summary"];

    private string _email = null!;
    private JsonObject _undisturbed = null!;

    public async Task InitializeAsync()
    {
        await fixture.BehaveAsync();
        _email = (await fixture.Control.PeopleAsync()).First(person => person["email"] is not null)["email"]!.GetValue<string>();
        _undisturbed = await fixture.Journey.WalkAsync(_email);
    }

    public Task DisposeAsync() => fixture.BehaveAsync();

    public static TheoryData<string, object> Troubles => new()
    {
        { "a storm of 429", new { kind = "throttle", every = 2, times = 24, retryAfter = 1 } },
        { "pages of the network in front of Klaviyo", new { kind = "html", every = 2, times = 12 } },
        { "bodies that trickle", new { kind = "slowBody", every = 2, times = 6, milliseconds = 30 } },
        { "connections cut in mid-page", new { kind = "cutBody", every = 2, times = 12 } },
        { "JSON that ends too early", new { kind = "truncatedJson", every = 2, times = 12 } },
        { "broken connections", new { kind = "reset", every = 2, times = 12 } },
        { "servers in trouble", new { kind = "status", status = 503, every = 2, times = 12 } },
        { "a 401 for a good key in passing", new { kind = "unauthorized", operation = "get_events", times = 3 } },
        { "an answer that never comes", new { kind = "latency", operation = "get_events", milliseconds = 30_000, times = 1 } },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Trouble_that_passes_leaves_no_gap(string trouble, object rule)
    {
        await fixture.Control.FaultsAsync(rule);

        var id = await fixture.Journey.PostAsync(_email);
        var over = await fixture.Journey.CompleteAsync(id, TimeSpan.FromMinutes(2));

        Assert.True(AccessJourney.ResultOf(over) == "complete", $"{trouble}: {over.ToJsonString()}");
        AssertSameData(await fixture.Journey.DownloadAsync(id));
    }

    [Fact]
    public async Task Trouble_that_stays_is_a_gap_that_is_named_and_a_retry_reads_that_alone()
    {
        await fixture.Control.FaultsAsync(new { kind = "status", status = 503, operation = "get_events" });

        var id = await fixture.Journey.PostAsync(_email);
        var partial = await fixture.Journey.CompleteAsync(id, TimeSpan.FromMinutes(2));

        Assert.Equal("partial", AccessJourney.ResultOf(partial));
        Assert.Equal(History.Select(category => (category, "unavailable")), AccessJourney.GapsOf(partial).Order());
        var export = await fixture.Journey.DownloadAsync(id);
        Assert.Equal(History, PartsOf(export).Where(part => part["gap"] is not null).Select(part => part["category"]!.GetValue<string>()).Order());
        Assert.True(JsonNode.DeepEquals(_undisturbed["profiles"]![0]!["lists"], export["profiles"]![0]!["lists"]));

        await fixture.BehaveAsync();
        var before = fixture.Klaviyo.Calls.Count;
        Assert.Equal(System.Net.HttpStatusCode.Accepted, (await fixture.Journey.RetryAsync(id)).Status);
        var whole = await fixture.Journey.CompleteAsync(id);

        Assert.Equal("complete", AccessJourney.ResultOf(whole));
        Assert.Empty(AccessJourney.GapsOf(whole));
        AssertSameData(await fixture.Journey.DownloadAsync(id));
        Assert.All(fixture.Klaviyo.Calls.Skip(before), call => Assert.Contains("/api/events", call.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_retry_that_fails_again_keeps_the_export_that_there_was()
    {
        await fixture.Control.FaultsAsync(new { kind = "status", status = 503, operation = "get_events" });
        var id = await fixture.Journey.PostAsync(_email);
        await fixture.Journey.CompleteAsync(id, TimeSpan.FromMinutes(2));

        await fixture.Journey.RetryAsync(id);
        var again = await fixture.Journey.CompleteAsync(id, TimeSpan.FromMinutes(2));

        Assert.Equal(History, AccessJourney.GapsOf(again).Select(gap => gap.Category).Order());
        Assert.NotNull((await fixture.Journey.DownloadAsync(id))["profiles"]![0]!["profile"]);
    }

    private void AssertSameData(JsonObject export) =>
        Assert.Equal(_undisturbed["profiles"]!.ToJsonString(), export["profiles"]!.ToJsonString());

    private static IEnumerable<JsonNode> PartsOf(JsonObject export) => export["manifest"]!["parts"]!.AsArray().Select(part => part!);
}
