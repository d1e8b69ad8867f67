using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Long histories, and profiles that go away while they are read, on the durable engine.</summary>
public sealed class HistoryOrchestratorTests : IAsyncLifetime
{
    private const string Survivor = """{"type":"profile","id":"02NEW","attributes":{"email":"ada@example.com"}}""";

    private AccessApp _app = null!;

    private AccessFixture Access => _app.Access;

    public async Task InitializeAsync() => _app = await AccessApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_history_of_many_windows_is_in_the_export_whole_and_in_order()
    {
        var history = new FakeHistory([.. Enumerable.Range(0, 500).Select(n => new FakeHistory.Item($"E{n:d4}", 1_600_000_000 + (n * 86_400L)))]).AnswerFor(Access.Klaviyo);

        await _app.RunAsync(nameof(AccessOrchestrator), Access.Work);

        Assert.Equal(RequestResult.Complete, Access.Request.Outcome!.Result);
        Assert.Equal(history.Events.Select(item => item.Id), EventsOf(Export()));
    }

    [Fact]
    public async Task A_window_that_cannot_be_read_makes_the_history_a_gap_and_a_retry_reads_it()
    {
        var history = new FakeHistory([.. Enumerable.Range(0, 100).Select(n => new FakeHistory.Item($"E{n:d4}", 1_600_000_000 + (n * 86_400L)))]);
        Access.Klaviyo.Answers("/api/events", call => call.Query["filter"].ToString().Contains("greater", StringComparison.Ordinal) ? Results.StatusCode(503) : history.Answer(call));
        await _app.RunAsync(nameof(AccessOrchestrator), Access.Work);
        Assert.Equal(Reads.CategoriesOf(Reads.History).Order(), Access.Request.Outcome!.Gaps.Select(gap => gap.Category).Order());

        history.AnswerFor(Access.Klaviyo);
        var before = Access.Klaviyo.Asked.Count;
        await Access.Requests.UpdateAsync(
            Access.Work.ControllerDid, Access.Work.RequestId, "x", request => request with { Status = RequestStatus.Running, Run = 2 }, CancellationToken.None);
        await _app.RunAsync(nameof(AccessOrchestrator), Access.Work with { Run = 2 });

        Assert.Equal((RequestResult.Complete, 0), (Access.Request.Outcome!.Result, Access.Request.Outcome.Gaps.Count));
        Assert.Equal(history.Events.Select(item => item.Id), EventsOf(Export()));
        Assert.All(Access.Klaviyo.Asked.Skip(before), call => Assert.StartsWith("/api/events", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_profile_that_is_merged_away_while_it_is_read_is_followed_to_the_one_that_has_its_data_now()
    {
        var lookUps = 0;
        Access.Klaviyo.Answers("/api/profiles", _ => Results.Text(
            ++lookUps == 1 ? Examples.Read("klaviyo/profiles.json") : $$"""{"data":[{{Survivor}}],"links":{"next":null} }""", "application/vnd.api+json"));
        Access.Klaviyo.Answers("/api/profiles/01ADA", "404-profile.json", 404);
        Access.Klaviyo.AnswersText("/api/profiles/02NEW", $$"""{"data":{{Survivor}} }""");

        await _app.RunAsync(nameof(AccessOrchestrator), Access.Work);

        Assert.Equal((RequestResult.Complete, "02NEW", "01ADA"), (Access.Request.Outcome!.Result, Access.Request.Profiles![0].ProfileId, Access.Request.Profiles[0].MergedFrom));
        var profile = Export()["profiles"]![0]!;
        Assert.Equal(("02NEW", "01ADA", "02NEW"), ((string?)profile["profileId"], (string?)profile["mergedFrom"], (string?)profile["profile"]!["id"]));
    }

    [Fact]
    public async Task A_profile_that_was_merged_away_a_moment_ago_and_still_answers_bare_of_everything_is_found_out()
    {
        const string had = """{"type":"profile","id":"01ADA","attributes":{"email":"ada@example.com","last_event_date":"2026-01-01T00:00:00+00:00"}}""";
        var (lookUps, answers) = (0, 0);
        Access.Klaviyo.Answers("/api/profiles", _ => Results.Text($$"""{"data":[{{(++lookUps == 1 ? had : Survivor)}}],"links":{"next":null} }""", "application/vnd.api+json"));
        Access.Klaviyo.Answers("/api/profiles/01ADA", _ => ++answers <= 2
            ? Results.Text($$"""{"data":{{had}} }""", "application/vnd.api+json")
            : Results.Text(Examples.Read("klaviyo/404-profile.json"), "application/vnd.api+json", statusCode: 404));
        Access.Klaviyo.AnswersText("/api/profiles/02NEW", $$"""{"data":{{Survivor}} }""");
        Access.Klaviyo.Answers("/api/events", call => call.Query["filter"].ToString().Contains("02NEW", StringComparison.Ordinal)
            ? Results.Text(Examples.Read("klaviyo/events.json"), "application/vnd.api+json")
            : Results.Text("""{"data":[],"links":{"next":null}}""", "application/vnd.api+json"));

        await _app.RunAsync(nameof(AccessOrchestrator), Access.Work);

        Assert.Equal((RequestResult.Complete, "02NEW"), (Access.Request.Outcome!.Result, Access.Request.Profiles![0].ProfileId));
        Assert.Equal(["E1", "E2"], EventsOf(Export()));
    }

    [Fact]
    public async Task A_profile_that_keeps_going_away_is_followed_a_few_times_and_then_is_a_gap()
    {
        var lookUps = 0;
        Access.Klaviyo.Answers("/api/profiles", _ => Results.Text(
            ++lookUps == 1 ? Examples.Read("klaviyo/profiles.json") : $$"""{"data":[{"type":"profile","id":"0{{lookUps}}NEW","attributes":{"email":"ada@example.com"} }],"links":{"next":null} }""", "application/vnd.api+json"));
        foreach (var id in Enumerable.Range(1, 9).Select(n => $"0{n}NEW").Append("01ADA"))
            Access.Klaviyo.Answers($"/api/profiles/{id}", "404-profile.json", 404);

        await _app.RunAsync(nameof(AccessOrchestrator), Access.Work);

        Assert.Equal((RequestResult.Partial, 4), (Access.Request.Outcome!.Result, lookUps));
        Assert.Contains(new RequestGap(Categories.Lists, GapReason.ProfileGone), Access.Request.Outcome.Gaps);
    }

    private JsonNode Export() => JsonNode.Parse(Access.Exports.Text(Access.Request.Outcome!.Exports["json"].BlobName))!;

    private static IEnumerable<string> EventsOf(JsonNode export) =>
        export["profiles"]![0]!["events"]!.AsArray().Select(row => row!["event"]!["id"]!.GetValue<string>());
}
