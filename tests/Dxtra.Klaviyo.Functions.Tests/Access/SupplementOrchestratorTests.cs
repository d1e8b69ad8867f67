using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The later looks at a person's history, on the durable engine.</summary>
public sealed class SupplementOrchestratorTests : IAsyncLifetime
{
    private readonly List<FakeHistory.Item> _events = [new("E1", 1_700_000_000), new("E2", 1_700_000_001)];

    private AccessApp _app = null!;

    private AccessFixture Access => _app.Access;

    public async Task InitializeAsync()
    {
        _app = await AccessApp.StartAsync();
        new FakeHistory(_events).AnswerFor(Access.Klaviyo);
        await _app.RunAsync(nameof(AccessOrchestrator), Access.Work);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_came_late_is_a_supplement_that_holds_nothing_else()
    {
        _events.Add(new("LATE", 1_600_000_000));

        Assert.Equal(1, await LookAsync(7));

        var supplement = Assert.Single(Access.Request.Outcome!.Supplements);
        Assert.Equal((1, 7, 1), (supplement.Number, supplement.Look, supplement.Events));
        Assert.Equal(["LATE"], EventsOf(supplement));
        Assert.Equal(2, Access.Activity.Entries.Count);
    }

    [Fact]
    public async Task When_nothing_came_nothing_is_made_and_nothing_stays()
    {
        var before = Access.Exports.Blobs.Keys.Order().ToList();

        Assert.Equal(0, await LookAsync(7));

        Assert.Empty(Access.Request.Outcome!.Supplements);
        Assert.Equal(before, Access.Exports.Blobs.Keys.Order());
        Assert.Single(Access.Activity.Entries);
    }

    [Fact]
    public async Task The_next_look_is_held_against_the_export_and_the_supplements_before_it()
    {
        _events.Add(new("LATE", 1_600_000_000));
        await LookAsync(7);
        _events.Add(new("LATER", 1_600_000_001));

        Assert.Equal(1, await LookAsync(17));

        Assert.Equal([1, 2], Access.Request.Outcome!.Supplements.Select(supplement => supplement.Number));
        Assert.Equal(["LATER"], EventsOf(Access.Request.Outcome.Supplements[1]));
    }

    [Fact]
    public async Task A_look_that_cannot_read_makes_nothing_and_the_next_has_its_chance()
    {
        _events.Add(new("LATE", 1_600_000_000));
        Access.Klaviyo.Answers("/api/events", "500.json", 503);
        Assert.Equal(0, await LookAsync(7));

        new FakeHistory(_events).AnswerFor(Access.Klaviyo);

        Assert.Equal(1, await LookAsync(17));
    }

    [Fact]
    public async Task Supplements_stay_when_the_request_is_tried_again_and_its_looks_do_not_touch_them()
    {
        _events.Add(new("LATE", 1_600_000_000));
        await LookAsync(7);
        var file = Access.Request.Outcome!.Supplements[0].Exports["json"];
        await Access.Requests.UpdateAsync(
            Access.Work.ControllerDid, Access.Work.RequestId, "x", request => request with { Status = RequestStatus.Running, Run = 2 }, CancellationToken.None);
        await _app.RunAsync(nameof(AccessOrchestrator), Access.Work with { Run = 2 });
        _events.Add(new("LATER", 1_600_000_001));

        Assert.Equal(1, await LookAsync(7, run: 2));

        Assert.Equal([["LATE"], ["LATER"]], Access.Request.Outcome!.Supplements.Select(supplement => EventsOf(supplement).ToArray()));
        Assert.Equal(file.Bytes, Access.Exports.Blobs[file.BlobName].Length);
    }

    private async Task<int> LookAsync(int days, int run = 1) =>
        (await _app.RunAsync(nameof(SupplementOrchestrator), Access.Work with { Look = days, Run = run })).ReadOutputAs<int>();

    private IEnumerable<string> EventsOf(RequestSupplement supplement) =>
        JsonNode.Parse(Access.Exports.Text(supplement.Exports["json"].BlobName))!["profiles"]![0]!["events"]!.AsArray().Select(row => row!["event"]!["id"]!.GetValue<string>());
}
