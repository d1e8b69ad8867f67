namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The explorer against the sandbox's seeded account and its many keys.</summary>
public sealed class SandboxAccountTests : IAsyncLifetime
{
    private SeededSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await SeededSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task The_full_key_lacks_nothing_but_what_the_plan_lacks()
    {
        var discovery = Assert.IsType<ExplorationResult.Explored>(await ExploreAsync("full")).Discovery;

        Assert.Equal(_sandbox.Server.AccountId, discovery.Account.Id);
        Assert.Empty(discovery.MissingScopes);
        Assert.Equal(ScopeState.NotInPlan, discovery.Scopes["webhooks:read"]);
        Assert.NotEmpty(discovery.Lists);
        Assert.NotEmpty(discovery.Metrics);
    }

    [Theory]
    [InlineData("lists:read")]
    [InlineData("segments:read")]
    [InlineData("metrics:read")]
    [InlineData("events:read")]
    [InlineData("campaigns:read")]
    [InlineData("flows:read")]
    public async Task A_key_without_a_scope_is_told_so(string scope) =>
        Assert.Equal([scope], Assert.IsType<ExplorationResult.Explored>(await ExploreAsync($"without {scope}")).Discovery.MissingScopes);

    [Fact]
    public async Task A_key_that_cannot_read_the_account_is_told_so() =>
        Assert.IsType<ExplorationResult.NoAccountScope>(await ExploreAsync("without accounts:read"));

    [Fact]
    public async Task A_revoked_key_does_not_authenticate() => Assert.IsType<ExplorationResult.AuthenticationFailed>(await ExploreAsync("revoked"));

    private Task<ExplorationResult> ExploreAsync(string key) =>
        new AccountExplorer(_sandbox.Clients).ExploreAsync(Some.Key(_sandbox.Server.ApiKeys[key]), CancellationToken.None);
}
