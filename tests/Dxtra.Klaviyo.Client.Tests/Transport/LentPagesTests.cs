using System.Text.Json;

namespace Dxtra.Klaviyo.Client.Tests;

public class LentPagesTests
{
    private const string Event = """{"type":"event","id":"E1","attributes":{"timestamp":1,"unknown":[1.50]},"relationships":{"metric":{"data":{"type":"metric","id":"M"}}}}""";

    [Fact]
    public async Task Lent_events_are_asked_for_like_any_and_come_as_they_were_sent()
    {
        await using var server = await StandIn.StartAsync(Answer.Page(Event), Answer.Page(Event));
        await using var client = new TestClient(server.Address);

        var items = new List<string>();
        await foreach (var page in client.Klaviyo.Events.LendAsync(EventFilter.Profile("P1"), EventIncludes.Metric, EventSort.OldestFirst, 7))
            items.AddRange(page.Items.Select(item => $"{item.Id} {item.RelatedId("metric")} {item.Attributes.GetProperty("unknown").GetRawText()} {item.Json.GetRawText()}"));
        await client.Klaviyo.Events.SearchAsync(EventFilter.Profile("P1"), EventIncludes.Metric, EventSort.OldestFirst, 7).ToListAsync();

        Assert.Equal([$"E1 M [1.50] {Event}"], items);
        Assert.Equal(server.Received[1].Target, server.Received[0].Target);
    }

    [Fact]
    public async Task A_lent_page_is_valid_until_the_next_one_is_asked_for()
    {
        await using var server = await StandIn.StartAsync(Answer.Page(Event, "/api/events?x=2"), Answer.Page());
        await using var client = new TestClient(server.Address);
        await using var pages = client.Klaviyo.Events.LendAsync().GetAsyncEnumerator();

        Assert.True(await pages.MoveNextAsync());
        var lent = pages.Current;
        Assert.True(lent.HasMore);
        Assert.Equal(JsonValueKind.Object, lent.Items[0].Json.ValueKind);

        Assert.True(await pages.MoveNextAsync());
        Assert.Throws<ObjectDisposedException>(() => lent.Items[0].Json.ValueKind);
        Assert.Empty(pages.Current.Items);
        Assert.False(await pages.MoveNextAsync());
    }

    [Fact]
    public async Task What_is_left_in_the_middle_ends_the_page_that_was_lent()
    {
        await using var server = await StandIn.StartAsync(Answer.Page(Event, "/api/events?x=2"));
        await using var client = new TestClient(server.Address);

        var lent = await client.Klaviyo.Events.LendAsync().FirstAsync();

        Assert.Throws<ObjectDisposedException>(() => lent.Items[0].Json.ValueKind);
        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(EventsResource.MaxPageSize + 1)]
    public async Task A_page_size_that_Klaviyo_does_not_give_is_not_asked_for(int pageSize)
    {
        await using var server = await StandIn.StartAsync();
        await using var client = new TestClient(server.Address);

        Assert.Throws<ArgumentOutOfRangeException>(nameof(pageSize), () => client.Klaviyo.Events.LendAsync(pageSize: pageSize));
        Assert.Empty(server.Received);
    }
}
