using System.Net;
using Dxtra.Klaviyo.Journeys.Harness;
using Dxtra.Klaviyo.Local.Tokens;

namespace Dxtra.Klaviyo.Journeys.Contract;

/// <summary>Who may call: a token of ours, for this controller, with the role.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class TenantTests(ContractFixture fixture) : IClassFixture<ContractFixture>
{
    private const string Somebody = """{"subject":{"email":"ada@customers.test"}}""";

    public static TheoryData<string, string?> Calls => new()
    {
        { "processors", null },
        { "processors/{p}", null },
        { "processors/verify", "{}" },
        { "processors", "{}" },
        { "processors/{p}/confirm", "{}" },
        { "processors/{p}/access-requests", Somebody },
        { "processors/{p}/access-requests/batch", Somebody },
        { "batches/some-batch", null },
        { "requests/some-request/extend", "{}" },
        { "requests", null },
        { "requests/some-request", null },
        { "requests/some-request/export/json", null },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_token_that_somebody_else_signed_is_no_token(string path, string? body)
    {
        var forged = DevelopmentToken.Create(DevelopmentKey.New(), fixture.Installation.Controller, roles: null, DateTimeOffset.UtcNow);

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, forged, path, body);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public Task A_token_of_another_controller_opens_nothing(string path, string? body) =>
        AssertRefusedAsync(HttpStatusCode.Forbidden, fixture.Installation.TokenFor(DevelopmentController.NewDid()), path, body);

    [Theory]
    [InlineData("processors/verify", "{}", "Privacy & Compliance")]
    [InlineData("processors/{p}/confirm", "{}", "Privacy & Compliance")]
    [InlineData("processors/{p}/access-requests", Somebody, "Admin")]
    [InlineData("processors/{p}/access-requests/batch", Somebody, "Admin")]
    [InlineData("batches/some-batch", null, "Admin")]
    [InlineData("requests", null, "Admin")]
    public Task A_token_without_the_role_is_not_enough(string path, string? body, string otherRole) =>
        AssertRefusedAsync(
            HttpStatusCode.Forbidden, fixture.Installation.TokenFor(fixture.Installation.Controller, otherRole), path, body);

    [Fact]
    public Task A_token_that_is_none_is_refused() =>
        AssertRefusedAsync(HttpStatusCode.Unauthorized, "nonsense", "requests", body: null);

    [Fact]
    public async Task Another_controller_finds_neither_processor_nor_requests_of_this_one()
    {
        var other = DevelopmentController.NewDid();
        using var stranger = new Caller(fixture.Installation, fixture.Installation.TokenFor(other));

        var processor = await stranger.GetAsync($"/api/controllers/{other}/processors/{fixture.ProcessorId}");
        var request = await stranger.PostAsync($"/api/controllers/{other}/processors/{fixture.ProcessorId}/access-requests", Somebody);

        Assert.Equal(HttpStatusCode.NotFound, processor.Status);
        Assert.Equal(HttpStatusCode.NotFound, request.Status);
    }

    private async Task AssertRefusedAsync(HttpStatusCode expected, string token, string path, string? body)
    {
        using var caller = new Caller(fixture.Installation, token);
        path = path.Replace("{p}", fixture.ProcessorId, StringComparison.Ordinal);
        var answer = body is null ? await caller.GetAsync(path) : await caller.PostAsync(path, body);

        Assert.Equal(expected, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
    }
}
