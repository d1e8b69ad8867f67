using System.Net;
using System.Text;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Errors;

public sealed class ErrorDocumentTests
{
    [Theory]
    [InlineData(null, "no-scheme")]
    [InlineData("Basic abc", "no-scheme")]
    [InlineData("Bearer abc", "bad-key")]
    [InlineData("Klaviyo-API-Key pk_nobody", "bad-key")]
    public async Task A_call_without_a_good_key_is_401_and_gets_no_limit_headers(string? authorization, string example)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions());
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox.Server.BaseAddress, "api/accounts"));
        request.Headers.Add("revision", "2026-07-15");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var client = new HttpClient();
        using var response = await client.SendAsync(request);

        await ErrorExample.AssertAsync(example, response);
        Assert.False(response.Headers.Contains("ratelimit-limit"));
    }

    [Fact]
    public async Task A_revoked_key_is_as_good_as_none()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var client = sandbox.ClientWith(sandbox.Server.ApiKeys["revoked"]);
        using var response = await client.GetAsync(new Uri("/api/accounts", UriKind.Relative));

        await ErrorExample.AssertAsync("bad-key", response);
    }

    [Fact]
    public async Task Each_key_that_lacks_a_scope_is_refused_where_the_scope_is_needed_and_nowhere_else()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var client = sandbox.ClientWith(sandbox.Server.ApiKeys["without metrics:read"]);
        using var refused = await client.GetAsync(new Uri("/api/metrics", UriKind.Relative));
        using var allowed = await client.GetAsync(new Uri("/api/events?page[size]=1", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("permission_denied", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task Webhooks_need_the_plan_and_the_refusal_costs_quota()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions());
        using var refused = await sandbox.Client.GetAsync(new Uri("/api/webhook-topics", UriKind.Relative));

        await ErrorExample.AssertAsync("missing-plan", refused);
        Assert.Equal("0", refused.Headers.GetValues("ratelimit-remaining").Single());

        await sandbox.ControlAsync(HttpMethod.Put, "/sandbox/limits", new { enabled = false, scale = 1 });
        await sandbox.ControlAsync(HttpMethod.Put, "/sandbox/plan", new { advancedKdp = true });
        await sandbox.GetAsync("/api/webhook-topics");
    }

    [Theory]
    [InlineData("/api/profiles/NOPE01", "unknown-profile")]
    [InlineData("/api/profiles?include=friends", "bad-include")]
    [InlineData("/api/profiles?page[cursor]=bm9uc2Vuc2U%3D", "bad-cursor")]
    public async Task A_bad_request_is_answered_as_recorded(string path, string example)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var response = await sandbox.Client.GetAsync(new Uri(path, UriKind.Relative));

        await ErrorExample.AssertAsync(example, response);
    }

    [Fact]
    public async Task A_second_profile_with_the_same_address_is_a_conflict_that_names_the_first()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        const string body = """{"data":{"type":"profile","attributes":{"email":"twice@example.com"}}}""";
        using var first = await PostAsync(sandbox, body);
        using var second = await PostAsync(sandbox, body);
        var id = (string)System.Text.Json.Nodes.JsonNode.Parse(await first.Content.ReadAsStringAsync())!["data"]!["id"]!;

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        await ErrorExample.AssertAsync("duplicate-profile", second, id);
    }

    [Fact]
    public async Task A_throttled_call_is_answered_as_recorded()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Time = time });
        using var first = await sandbox.Client.GetAsync(new Uri("/api/accounts", UriKind.Relative));
        using var second = await sandbox.Client.GetAsync(new Uri("/api/accounts", UriKind.Relative));

        await ErrorExample.AssertAsync("throttled", second);
    }

    private static async Task<HttpResponseMessage> PostAsync(RunningSandbox sandbox, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/vnd.api+json");
        return await sandbox.Client.PostAsync(new Uri("/api/profiles", UriKind.Relative), content);
    }
}
