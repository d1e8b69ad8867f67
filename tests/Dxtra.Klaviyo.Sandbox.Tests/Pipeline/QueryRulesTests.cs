using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Pipeline;

public sealed class QueryRulesTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("/api/profiles?limit=5", "limit")]
    [InlineData("/api/accounts?page[size]=5", "page[size]")]
    [InlineData("/api/metrics?page[size]=5", "page[size]")]
    [InlineData("/api/profiles?page[size]=101", "page[size]")]
    [InlineData("/api/profiles?page[size]=0", "page[size]")]
    [InlineData("/api/profiles?page[size]=ten", "page[size]")]
    [InlineData("/api/events?page[size]=1001", "page[size]")]
    [InlineData("/api/lists?page[size]=11", "page[size]")]
    [InlineData("/api/profiles?sort=first_name", "sort")]
    [InlineData("/api/profiles?sort=created,email", "sort")]
    [InlineData("/api/profiles?fields[profile]=email,nickname", "fields[profile]")]
    [InlineData("/api/profiles?fields[list]=name", "fields[list]")]
    [InlineData("/api/profiles?additional-fields[profile]=everything", "additional-fields[profile]")]
    [InlineData("/api/events?include=lists", "include")]
    [InlineData("/api/campaigns", "filter")]
    public async Task What_the_operation_does_not_document_is_400_and_names_the_parameter(string path, string parameter)
    {
        var error = await fixture.Sandbox.GetErrorAsync(path, 400);

        Assert.Equal("invalid", (string?)error["code"]);
        Assert.Equal(parameter, (string?)error["source"]!["parameter"]);
    }

    [Fact]
    public async Task A_route_that_does_not_exist_is_404_and_an_old_one_410()
    {
        await fixture.Sandbox.GetErrorAsync("/api/nonsense", 404);
        await fixture.Sandbox.GetErrorAsync("/api/v2/people", 410);
    }
}
