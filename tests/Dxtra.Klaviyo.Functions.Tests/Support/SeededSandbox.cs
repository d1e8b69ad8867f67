using Dxtra.Klaviyo.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The sandbox with its seeded account, without limits, and clients that speak to it.</summary>
internal sealed class SeededSandbox : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private SeededSandbox(SandboxServer server)
    {
        Server = server;
        _services = new ServiceCollection().AddLogging().AddKlaviyoClient()
            .Configure<KlaviyoOptions>(options => options.BaseAddress = server.BaseAddress).BuildServiceProvider();
    }

    public SandboxServer Server { get; }

    public IKlaviyoClientFactory Clients => _services.GetRequiredService<IKlaviyoClientFactory>();

    /// <param name="advancedKdp">Whether the account's plan has system webhooks.</param>
    public static async Task<SeededSandbox> StartAsync(bool advancedKdp = false) =>
        new(await SandboxServer.StartAsync(new SandboxOptions { Port = 0, RateLimits = false, AdvancedKdp = advancedKdp }, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
