using System.Diagnostics;

namespace Dxtra.Klaviyo.Client.Tests;

public class HeadersTests
{
    [Fact]
    public async Task Every_request_carries_the_key_the_revision_and_the_opt_out_of_falling_forward()
    {
        await using var server = await StandIn.StartAsync(Enumerable.Repeat(Answer.Status(500), Operations.All.Count));
        await using var client = new TestClient(server.Address, options => options.MaxRetries = 0);
        using var trace = new Activity("a caller that traces").Start();
        foreach (var operation in Operations.All.Values)
            await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => operation(client.Klaviyo));

        Assert.Equal(Operations.All.Count, server.Received.Count);
        Assert.All(server.Received, request =>
        {
            Assert.Equal($"Klaviyo-API-Key {TestClient.Secret}", request.Headers["Authorization"]);
            Assert.Equal("2026-07-15", request.Headers["revision"]);
            Assert.Equal("1", request.Headers["X-Klaviyo-Revision-Fall-Forward-Opt-Out"]);
            Assert.Equal("application/vnd.api+json", request.Headers["Accept"]);
            Assert.DoesNotContain("traceparent", request.Headers.Keys);
            if (request.Body.Length > 0)
                Assert.Equal("application/vnd.api+json", request.Headers["Content-Type"]);
            else
                Assert.DoesNotContain("Content-Type", request.Headers.Keys);
        });
    }

    [Fact]
    public async Task The_revision_and_a_path_prefix_come_from_the_options()
    {
        await using var server = await StandIn.StartAsync(Answer.Example("documents/account.json"));
        await using var client = new TestClient(new Uri(server.Address, "/proxy"), options => options.Revision = "2026-10-15.pre");
        await client.Klaviyo.Accounts.GetAsync();

        var request = Assert.Single(server.Received);
        Assert.Equal(("/proxy/api/accounts", "2026-10-15.pre"), (request.Target, request.Headers["revision"]));
    }
}
