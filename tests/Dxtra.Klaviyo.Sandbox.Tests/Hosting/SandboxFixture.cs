namespace Dxtra.Klaviyo.Sandbox.Tests.Hosting;

/// <summary>One small sandbox without limits, for tests that change nothing.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    internal RunningSandbox Sandbox { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Sandbox = await RunningSandbox.StartAsync(new SandboxOptions { RateLimits = false, AdvancedKdp = true });

    public async Task DisposeAsync() => await Sandbox.DisposeAsync();
}
