using System.Text.Json;
using Dxtra.Klaviyo.Sandbox.Resources.Events;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Resources;

public sealed class EventTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Events_without_a_metric_or_a_person_come_unless_a_filter_drops_them()
    {
        var all = await fixture.Sandbox.GetAllAsync("/api/events?page[size]=1000");
        var withMetric = await fixture.Sandbox.GetAllAsync("/api/events?page[size]=1000&filter=has(metric)");
        var withProfile = await fixture.Sandbox.GetAllAsync("/api/events?page[size]=1000&filter=has(profile)");

        Assert.Equal(all.Count - 2, withMetric.Count);
        Assert.Equal(all.Count - 1, withProfile.Count);
    }

    [Fact]
    public async Task Same_second_ties_are_ordered_by_id_and_some_events_lie_ahead()
    {
        var all = await fixture.Sandbox.GetAllAsync("/api/events?page[size]=1000&sort=timestamp");
        var keys = all.Select(item => ((long)item.Attributes()["timestamp"]!, (string)item["id"]!)).ToList();

        Assert.Contains(keys.GroupBy(key => key.Item1), group => group.Count() >= 5);
        Assert.True(keys[^1].Item1 > new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds());
        Assert.True(keys[0].Item1 < new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds());
        Assert.Equal(keys.OrderBy(key => key.Item1).ThenBy(key => key.Item2, StringComparer.Ordinal), keys);
    }

    [Fact]
    public async Task An_event_leads_to_its_person_and_its_metric()
    {
        var document = await fixture.Sandbox.GetAsync("/api/events?page[size]=1&filter=has(metric)&include=profile,metric");
        var item = document["data"]![0]!;
        var profile = (string)item["relationships"]!["profile"]!["data"]!["id"]!;
        var metric = (string)item["relationships"]!["metric"]!["data"]!["id"]!;
        var id = (string)item["id"]!;

        Assert.Equal(profile, (string?)(await fixture.Sandbox.GetAsync($"/api/events/{id}/profile"))["data"]!["id"]);
        Assert.Equal(profile, (string?)(await fixture.Sandbox.GetAsync($"/api/events/{id}/relationships/profile"))["data"]!["id"]);
        Assert.Equal(metric, (string?)(await fixture.Sandbox.GetAsync($"/api/events/{id}/metric"))["data"]!["id"]);
        Assert.Equal(metric, (string?)(await fixture.Sandbox.GetAsync($"/api/events/{id}/relationships/metric"))["data"]!["id"]);
        Assert.Equal(2, document["included"]!.AsArray().Count);
        Assert.Equal(id, (string?)(await fixture.Sandbox.GetAsync($"/api/events/{id}"))["data"]!["id"]);
    }

    [Fact]
    public void The_clock_of_the_uuid_is_the_time_of_the_event()
    {
        var time = new DateTimeOffset(2026, 9, 4, 10, 11, 12, TimeSpan.Zero);
        var uuid = EventUuid.Of("4vRpBT9xyz1", time.ToUnixTimeSeconds());
        var parts = uuid.Split('-');
        var ticks = Convert.ToInt64(parts[2][1..] + parts[1] + parts[0], 16) + new DateTime(1582, 10, 15, 0, 0, 0, DateTimeKind.Utc).Ticks;

        Assert.Equal('1', parts[2][0]);
        Assert.Equal(time.UtcTicks, ticks);
    }

    [Fact]
    public async Task Some_orders_are_attributed_to_a_message()
    {
        var document = await fixture.Sandbox.GetAsync("/api/events?page[size]=1000&include=attributions");

        var attributions = document["included"]!.AsArray();
        Assert.NotEmpty(attributions);
        Assert.All(attributions, item => Assert.Equal("attribution", (string?)item!["type"]));
        Assert.Contains(attributions, item => item!["relationships"]!.AsObject().ContainsKey("campaign"));
    }

    [Fact]
    public async Task Orders_carry_line_items_and_amounts()
    {
        var metrics = await fixture.Sandbox.GetAllAsync("/api/metrics?filter=equals(integration.category,%22eCommerce%22)");
        var placed = (string)metrics.Single(metric => (string?)metric.Attributes()["name"] == "Placed Order")["id"]!;
        var orders = await fixture.Sandbox.GetAllAsync($"/api/events?page[size]=1000&filter=equals(metric_id,%22{placed}%22)");

        Assert.NotEmpty(orders);
        Assert.All(orders, order => Assert.NotEmpty(order.Attributes()["event_properties"]!["Items"]!.AsArray()));
        Assert.All(orders, order => Assert.Equal(JsonValueKind.Number, order.Attributes()["event_properties"]!["$value"]!.GetValueKind()));
    }
}
