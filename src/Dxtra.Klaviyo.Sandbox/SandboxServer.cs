using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dxtra.Klaviyo.Sandbox;

/// <summary>
/// A running sandbox on 127.0.0.1. Disposing it stops the server and forgets the data.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SandboxServer(WebApplication app, Uri baseAddress)
    {
        _app = app;
        BaseAddress = baseAddress;
    }

    /// <summary>Scheme, host and port, without <c>/api</c>: <c>http://127.0.0.1:7272/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>A private key with every scope.</summary>
    public string ApiKey { get; } = "";

    /// <summary>The account's id, which is also its public key.</summary>
    public string AccountId { get; } = "";

    /// <summary>Builds the seeded account and starts to listen.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        var app = builder.Build();
        await app.StartAsync(ct);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new SandboxServer(app, new Uri(addresses.Single()));
    }

    /// <summary>Completes when the server has been asked to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken ct) => _app.WaitForShutdownAsync(ct);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
