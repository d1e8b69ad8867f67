using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Control;

public sealed class EventControlTests : IAsyncLifetime
{
    private RunningSandbox _sandbox = null!;
    private string _profileId = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await RunningSandbox.StartAsync();
        _profileId = (string)(await _sandbox.ControlAsync(HttpMethod.Post, "/sandbox/people", new { }))["profileId"]!;
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task An_event_can_lack_its_person_its_metric_and_its_times()
    {
        var item = await AddAsync("""{"metric":"Placed Order","oddities":"NoProfile, NoMetric, NoTimestamp, NoDatetime"}""");

        Assert.False(item["relationships"]!["profile"]!.AsObject().ContainsKey("data"));
        Assert.False(item["relationships"]!["metric"]!.AsObject().ContainsKey("data"));
        Assert.Null(item.Attributes()["timestamp"]);
        Assert.Null(item.Attributes()["datetime"]);
    }

    [Fact]
    public async Task One_event_alone_can_have_a_space_in_its_time_and_lie_ahead()
    {
        var item = await AddAsync("""{"metric":"Placed Order","time":"2099-01-01T00:00:00Z","oddities":"SpacedDatetime"}""");

        Assert.Equal("2099-01-01 00:00:00+00:00", (string?)item.Attributes()["datetime"]);
    }

    [Fact]
    public async Task An_event_can_have_no_metric_or_one_that_leads_nowhere()
    {
        var none = await AddAsync("""{"metric":null}""");
        var nowhere = await AddAsync("""{"metric":null,"metricId":"XXXXXX"}""");

        Assert.False(none["relationships"]!["metric"]!.AsObject().ContainsKey("data"));
        Assert.Equal("XXXXXX", (string?)nowhere["relationships"]!["metric"]!["data"]!["id"]);
    }

    [Fact]
    public async Task An_event_can_be_credited_to_a_campaign_or_a_flow_by_name()
    {
        await AddAsync("""{"metric":"Placed Order","campaign":"Black Friday 2025"}""");
        await AddAsync("""{"metric":"Placed Order","flow":"Welcome Series"}""");
        var truth = await _sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/people/{_profileId}");

        var credits = truth["events"]!.AsArray().Select(item => item!["attribution"]!).ToList();
        Assert.Contains(credits, credit => (string?)credit["campaignName"] == "Black Friday 2025" && credit["flowId"] is null);
        Assert.Contains(credits, credit => (string?)credit["flowName"] == "Welcome Series" && credit["campaignId"] is null);
    }

    [Fact]
    public async Task Hundreds_of_events_share_one_second_when_the_time_ends_where_it_begins()
    {
        const string noon = "2026-01-01T12:00:00Z";
        await _sandbox.ControlAsync(HttpMethod.Post, $"/sandbox/people/{_profileId}/events/bulk", new { count = 300, from = noon, to = noon });
        var events = await _sandbox.GetAllAsync($"{EventsOf(_profileId)}&page[size]=7&sort=datetime");

        Assert.Equal(300, events.Ids().Distinct().Count());
        Assert.Single(events.Select(item => (long)item.Attributes()["timestamp"]!).Distinct());
    }

    [Fact]
    public async Task Pages_can_repeat_the_last_event_of_the_page_before()
    {
        await _sandbox.ControlAsync(HttpMethod.Post, $"/sandbox/people/{_profileId}/events/bulk", new { count = 6 });
        await _sandbox.ControlAsync(HttpMethod.Put, "/sandbox/quirks", new { wire = new { eventsRepeatAtSeams = true } });
        var ids = (await _sandbox.GetAllAsync($"{EventsOf(_profileId)}&page[size]=2&sort=datetime")).Ids();

        Assert.Equal(8, ids.Count);
        Assert.Equal(6, ids.Distinct().Count());
        Assert.Equal(ids[1], ids[2]);
    }

    [Fact]
    public async Task A_page_can_come_out_of_order_and_still_be_complete()
    {
        await _sandbox.ControlAsync(HttpMethod.Post, $"/sandbox/people/{_profileId}/events/bulk", new { count = 50 });
        var inOrder = (await _sandbox.GetAllAsync($"{EventsOf(_profileId)}&page[size]=20&sort=datetime")).Ids();
        await _sandbox.ControlAsync(HttpMethod.Put, "/sandbox/quirks", new { wire = new { eventsOutOfOrder = true } });
        var shuffled = (await _sandbox.GetAllAsync($"{EventsOf(_profileId)}&page[size]=20&sort=datetime")).Ids();

        Assert.NotEqual(inOrder, shuffled);
        Assert.Equal(inOrder.Order(), shuffled.Order());
    }

    private async Task<JsonObject> AddAsync(string item)
    {
        var added = await _sandbox.ControlAsync(
            HttpMethod.Post, $"/sandbox/people/{_profileId}/events", JsonNode.Parse($$"""{"events":[{{item}}]}"""));
        return (await _sandbox.GetAsync($"/api/events/{added["eventIds"]![0]}"))["data"]!.AsObject();
    }

    private static string EventsOf(string profileId) => $"/api/events?filter=equals(profile_id,%22{profileId}%22)";
}
