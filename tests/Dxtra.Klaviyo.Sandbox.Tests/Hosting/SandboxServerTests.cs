using System.Net;

namespace Dxtra.Klaviyo.Sandbox.Tests.Hosting;

public sealed class SandboxServerTests
{
    [Fact]
    public async Task Port_zero_takes_a_free_port_on_the_loopback_address()
    {
        await using var first = await RunningSandbox.StartAsync();
        await using var second = await RunningSandbox.StartAsync();

        Assert.Equal("127.0.0.1", first.Server.BaseAddress.Host);
        Assert.NotEqual(first.Server.BaseAddress.Port, second.Server.BaseAddress.Port);
    }

    [Fact]
    public async Task A_taken_port_is_an_io_exception()
    {
        await using var first = await RunningSandbox.StartAsync();

        await Assert.ThrowsAsync<IOException>(() => SandboxServer.StartAsync(
            new SandboxOptions { Port = first.Server.BaseAddress.Port }, CancellationToken.None));
    }

    [Fact]
    public async Task A_disposed_server_answers_no_more()
    {
        var sandbox = await RunningSandbox.StartAsync();
        var address = sandbox.Server.BaseAddress;
        await sandbox.DisposeAsync();

        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(address, "sandbox")));
    }

    [Fact]
    public async Task Keys_have_the_form_of_private_keys_and_are_named_by_what_they_lack()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.All(sandbox.Server.ApiKeys.Values, key => Assert.Matches("^pk_[0-9a-f]{34}$", key));
        Assert.Equal(sandbox.Server.ApiKeys["full"], sandbox.Server.ApiKey);
        Assert.Contains("without events:read", sandbox.Server.ApiKeys.Keys);
        Assert.Contains("revoked", sandbox.Server.ApiKeys.Keys);
        Assert.Matches("^[A-Za-z0-9]{6}$", sandbox.Server.AccountId);
    }

    [Fact]
    public async Task Every_operation_of_the_catalogue_is_answered()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { RateLimits = false, AdvancedKdp = true });

        foreach (var operation in Sandbox.Specification.OperationCatalog.Load().All)
        {
            var path = operation.Route.Replace("{id}", "nothing", StringComparison.Ordinal);
            using var request = new HttpRequestMessage(new HttpMethod(operation.Method), path);
            using var response = await sandbox.Client.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            Assert.DoesNotContain("endpoint does not exist", body, StringComparison.Ordinal);
            Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        }
    }
}
