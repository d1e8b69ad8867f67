using System.Net;
using System.Net.Sockets;

namespace Dxtra.Klaviyo.Client.Tests;

public class RetryOfWritesTests
{
    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_create_that_may_have_been_taken_is_not_repeated(int status)
    {
        await using var server = await StandIn.StartAsync(Answer.Status(status), Answer.Example("documents/webhook.json", 201));
        await using var client = new TestClient(server.Address);
        await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => CreateAsync(client));
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_create_whose_connection_broke_is_not_repeated()
    {
        await using var server = await StandIn.StartAsync(Answer.HangUp(), Answer.Example("documents/webhook.json", 201));
        await using var client = new TestClient(server.Address);
        var thrown = await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => CreateAsync(client));
        Assert.Equal(KlaviyoUnavailableReason.ConnectionLost, thrown.Reason);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_throttled_create_was_not_taken_and_is_repeated_with_the_same_body()
    {
        await using var server = await StandIn.StartAsync(Answer.Throttled("1"), Answer.Example("documents/webhook.json", 201));
        await using var client = new TestClient(server.Address);
        var creating = CreateAsync(client);

        await client.Time.PassNextRetryWaitAsync();
        Assert.Equal("01HNCC4E4QV2DC3B7GQ4X3W2R1", (await creating).Id);
        Assert.Equal(2, server.Received.Count);
        Assert.Equal(server.Received[0].Body, server.Received[1].Body);
    }

    [Fact]
    public async Task A_create_that_found_no_connection_is_repeated()
    {
        await using var client = new TestClient(AddressWhereNobodyListens());
        var creating = CreateAsync(client);
        for (var repeat = 0; repeat < new KlaviyoOptions().MaxRetries; repeat++)
            await client.Time.PassNextRetryWaitAsync();

        var thrown = await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => creating);
        Assert.Equal(KlaviyoUnavailableReason.NotConnected, thrown.Reason);
    }

    [Fact]
    public async Task A_change_sets_values_and_is_repeated()
    {
        await using var server = await StandIn.StartAsync(Answer.Status(502), Answer.Example("documents/webhook.json"));
        await using var client = new TestClient(server.Address);
        var changing = client.Klaviyo.Webhooks.UpdateAsync("01HNCC", new WebhookChange { Enabled = true });

        await client.Time.PassNextRetryWaitAsync();
        await changing;
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task A_repeated_delete_that_finds_nothing_any_more_has_succeeded()
    {
        await using var server = await StandIn.StartAsync(Answer.HangUp(), Answer.Example("errors/404-profile.json", 404));
        await using var client = new TestClient(server.Address);
        var deleting = client.Klaviyo.Webhooks.DeleteAsync("01HNCC");

        await client.Time.PassNextRetryWaitAsync();
        await deleting;
        Assert.Equal(["DELETE", "DELETE"], server.Received.Select(request => request.Method));
    }

    private static Task<KlaviyoResource<WebhookAttributes>> CreateAsync(TestClient client) => client.Klaviyo.Webhooks.CreateAsync(
        "Dxtra", new Uri("https://hooks.example.com/k"), "sixteen characters", ["event:klaviyo.opened_email"]);

    private static Uri AddressWhereNobodyListens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }
}
