namespace Dxtra.Klaviyo.Client.Tests;

public class PagingTests
{
    private const string Cursor = "page%5Bcursor%5D=bmV4dDo6aWQ6OjAxQQ%3D%3D&filter=equals%28email%2C%22a%2Bb%40example.com%22%29";

    [Theory]
    [InlineData("/api/lists?" + Cursor)]
    [InlineData("/api/lists/?" + Cursor)]
    public async Task The_next_link_is_followed_as_it_stands(string target)
    {
        await using var server = await StandIn.StartAsync();
        server.Then(Answer.Page(next: new Uri(server.Address, target).AbsoluteUri), Answer.Page());
        Assert.Equal(target, await SecondTargetAsync(server));
    }

    [Theory]
    [InlineData("https://a.klaviyo.com/api/lists?" + Cursor)]
    [InlineData("http://attacker.example.com:8080/api/lists?" + Cursor)]
    [InlineData("//attacker.example.com/api/lists?" + Cursor)]
    [InlineData("/api/lists?" + Cursor)]
    public async Task A_next_link_to_elsewhere_stays_at_the_configured_address(string next)
    {
        await using var server = await StandIn.StartAsync();
        server.Then(Answer.Page(next: next), Answer.Page());
        Assert.Equal("/api/lists?" + Cursor, await SecondTargetAsync(server));
    }

    [Theory]
    [InlineData("https://a.klaviyo.com/api/lists?x=1", "/proxy/api/lists?x=1")]
    [InlineData("https://a.klaviyo.com/proxy/api/lists?x=1", "/proxy/api/lists?x=1")]
    public async Task Behind_a_prefix_the_next_link_keeps_the_prefix(string next, string expected)
    {
        await using var server = await StandIn.StartAsync(Answer.Page(next: next), Answer.Page());
        await using var client = new TestClient(new Uri(server.Address, "/proxy/"));
        await client.Klaviyo.Lists.ListAsync().ToListAsync();
        Assert.Equal(expected, server.Received[1].Target);
    }

    [Fact]
    public async Task A_page_that_names_itself_as_the_next_does_not_loop()
    {
        await using var server = await StandIn.StartAsync(Answer.Page(next: "/api/metrics?x=1"), Answer.Page(next: "/api/metrics?x=1"));
        await using var client = new TestClient(server.Address);
        var reading = client.Klaviyo.Metrics.ListAsync().ToListAsync();
        var thrown = await Assert.ThrowsAsync<KlaviyoUnavailableException>(async () => await reading);
        Assert.Equal(KlaviyoUnavailableReason.UnexpectedShape, thrown.Reason);
    }

    [Fact]
    public async Task A_next_link_that_is_no_web_address_is_an_error()
    {
        await using var server = await StandIn.StartAsync(Answer.Page(next: "file:///etc/hosts"));
        await using var client = new TestClient(server.Address);
        await Assert.ThrowsAsync<KlaviyoUnavailableException>(async () => await client.Klaviyo.Metrics.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task Pages_are_fetched_as_they_are_taken_and_say_whether_more_follow()
    {
        await using var server = await StandIn.StartAsync(
            Answer.Page("""{"type":"metric","id":"A"},{"type":"metric","id":"B"}""", "/api/metrics?x=2"), Answer.Page());
        await using var client = new TestClient(server.Address);
        await using var pages = client.Klaviyo.Metrics.ListAsync().GetAsyncEnumerator();
        Assert.Empty(server.Received);

        Assert.True(await pages.MoveNextAsync());
        Assert.Equal(["A", "B"], pages.Current.Items.Select(item => item.Id));
        Assert.True(pages.Current.HasMore);
        Assert.Single(server.Received);

        Assert.True(await pages.MoveNextAsync());
        Assert.False(pages.Current.HasMore);
        Assert.False(await pages.MoveNextAsync());
    }

    [Fact]
    public async Task Archived_campaigns_and_every_channel_are_queries_of_their_own()
    {
        await using var server = await StandIn.StartAsync(Enumerable.Repeat(Answer.Page(), 6));
        await using var client = new TestClient(server.Address);
        await client.Klaviyo.Campaigns.ListAsync(includeArchived: true).ToListAsync();

        Assert.Equal(
            from channel in new[] { "email", "sms", "mobile_push" }
            from archived in new[] { "false", "true" }
            select $"equals(messages.channel,\"{channel}\"),equals(archived,{archived})",
            server.Received.Select(request => Uri.UnescapeDataString(request.Target.Split("filter=")[1].Split('&')[0])));
    }

    private static async Task<string> SecondTargetAsync(StandIn server)
    {
        await using var client = new TestClient(server.Address);
        await client.Klaviyo.Lists.ListAsync().ToListAsync();
        Assert.Equal(2, server.Received.Count);
        return server.Received[1].Target;
    }
}
