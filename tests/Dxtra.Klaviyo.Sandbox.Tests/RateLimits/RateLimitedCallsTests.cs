using System.Net;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Sandbox.Tests.RateLimits;

public sealed class RateLimitedCallsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_refused_call_carries_retry_after_and_no_other_limit_header()
    {
        await using var sandbox = await StartAsync();
        using var first = await sandbox.Client.GetAsync(new Uri("/api/accounts", UriKind.Relative));
        using var second = await sandbox.Client.GetAsync(new Uri("/api/accounts", UriKind.Relative));

        Assert.True(first.Headers.Contains("ratelimit-limit"));
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), second.Headers.RetryAfter!.Delta);
        Assert.DoesNotContain(second.Headers, header => header.Key.StartsWith("ratelimit", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Failed_calls_cost_quota_but_calls_with_a_bad_key_do_not()
    {
        await using var sandbox = await StartAsync();
        using var stranger = sandbox.ClientWith("pk_unknown");
        for (var call = 0; call < 5; call++)
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stranger, "/api/flows"));

        for (var call = 0; call < 3; call++)
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(sandbox.Client, "/api/flows/none"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(sandbox.Client, "/api/flows/none"));
    }

    [Fact]
    public async Task All_keys_of_the_account_share_one_budget()
    {
        await using var sandbox = await StartAsync();
        using var reader = sandbox.ClientWith(sandbox.Server.ApiKeys["read-only"]);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, "/api/accounts"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(sandbox.Client, "/api/accounts"));
    }

    [Fact]
    public async Task Including_lists_is_limited_to_once_a_second()
    {
        await using var sandbox = await StartAsync();
        var id = (string)(await sandbox.GetAsync("/api/profiles?page[size]=1"))["data"]![0]!["id"]!;

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(sandbox.Client, $"/api/profiles/{id}?include=lists,segments"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(sandbox.Client, $"/api/profiles/{id}?include=segments"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(sandbox.Client, $"/api/profiles/{id}"));
    }

    [Fact]
    public async Task Limits_are_switched_through_the_control_interface()
    {
        await using var sandbox = await StartAsync();
        await sandbox.ControlAsync(HttpMethod.Put, "/sandbox/limits", new { enabled = false, scale = 1 });

        for (var call = 0; call < 5; call++)
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(sandbox.Client, "/api/accounts"));
    }

    [Theory]
    [InlineData("""{"enabled":true,"scale":0}""")]
    [InlineData("""{"scale":2}""")]
    public async Task Settings_that_make_no_sense_are_refused(string body)
    {
        await using var sandbox = await StartAsync();
        using var content = new StringContent(body);
        using var response = await sandbox.Client.PutAsync(new Uri("/sandbox/limits", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private Task<RunningSandbox> StartAsync() => RunningSandbox.StartAsync(new SandboxOptions { Time = _time });

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }
}
