namespace Dxtra.Klaviyo.Client.Tests;

public class ListMembersTests
{
    [Fact]
    public async Task Joining_and_leaving_are_answered_without_a_document()
    {
        await using var server = await StandIn.StartAsync(Answer.Status(204), Answer.Status(204));
        await using var client = new TestClient(server.Address);
        await client.Klaviyo.Lists.AddMembersAsync("Y6nRLr", ["01A"]);
        await client.Klaviyo.Lists.RemoveMembersAsync("Y6nRLr", ["01A"]);
        Assert.Equal(["POST", "DELETE"], server.Received.Select(request => request.Method));
    }

    [Fact]
    public async Task Leaving_is_repeated_for_twice_is_once()
    {
        await using var server = await StandIn.StartAsync(Answer.HangUp(), Answer.Status(204));
        await using var client = new TestClient(server.Address);
        var leaving = client.Klaviyo.Lists.RemoveMembersAsync("Y6nRLr", ["01A"]);
        await client.Time.PassNextRetryWaitAsync();
        await leaving;
        Assert.Equal(server.Received[0].Body, server.Received[1].Body);
    }

    [Fact]
    public async Task A_list_that_is_gone_is_told()
    {
        await using var server = await StandIn.StartAsync(Answer.Example("errors/404-profile.json", 404));
        await using var client = new TestClient(server.Address);
        await Assert.ThrowsAsync<KlaviyoNotFoundException>(() => client.Klaviyo.Lists.RemoveMembersAsync("Y6nRLr", ["01A"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task Nobody_and_more_than_klaviyo_takes_are_refused_before_anything_is_sent(int count)
    {
        await using var server = await StandIn.StartAsync();
        await using var client = new TestClient(server.Address);
        string[] ids = [.. Enumerable.Repeat("01A", count)];
        await Assert.ThrowsAsync<ArgumentException>(() => client.Klaviyo.Lists.RemoveMembersAsync("Y6nRLr", ids));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Klaviyo.Lists.AddMembersAsync("Y6nRLr", ids));
        Assert.Empty(server.Received);
    }
}
