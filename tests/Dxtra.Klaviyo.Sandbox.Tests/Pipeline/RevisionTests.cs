using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Pipeline;

public sealed class RevisionTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData(null, false, 400)]
    [InlineData("2026-07-15", true, 200)]
    [InlineData("2025-10-15", true, 200)]
    [InlineData("2023-02-22", false, 200)]
    [InlineData("2023-02-22", true, 410)]
    [InlineData("2031-01-15", true, 404)]
    [InlineData("latest", true, 404)]
    public async Task The_revision_decides_whether_a_call_is_served(string? revision, bool optOut, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(fixture.Sandbox.Server.BaseAddress, "api/accounts"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Klaviyo-API-Key {fixture.Sandbox.Server.ApiKey}");
        if (revision is not null)
            request.Headers.Add("revision", revision);
        if (optOut)
            request.Headers.Add("X-Klaviyo-Revision-Fall-Forward-Opt-Out", "1");
        using var client = new HttpClient();
        using var response = await client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
    }
}
