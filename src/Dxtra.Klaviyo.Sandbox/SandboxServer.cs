using System.Net;
using Dxtra.Klaviyo.Sandbox.Control;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Deliveries;
using Dxtra.Klaviyo.Sandbox.Pipeline;
using Dxtra.Klaviyo.Sandbox.Seed;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dxtra.Klaviyo.Sandbox;

/// <summary>
/// A running sandbox on 127.0.0.1. Disposing it stops the server and forgets the data.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SandboxServer(WebApplication app)
    {
        _app = app;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        BaseAddress = new Uri(addresses.Single());
        var data = app.Services.GetRequiredService<AccountData>();
        AccountId = data.Account.Id;
        ApiKey = data.Keys.First(key => key.Name == KeySeeder.Full).Value;
        ApiKeys = data.Keys.ToDictionary(key => key.Name, key => key.Value);
    }

    /// <summary>Scheme, host and port, without <c>/api</c>: <c>http://127.0.0.1:7272/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>A private key with every scope.</summary>
    public string ApiKey { get; }

    /// <summary>All keys by name: <c>full</c>, <c>read-only</c>, <c>without events:read</c> and so on for each scope, <c>revoked</c>.</summary>
    public IReadOnlyDictionary<string, string> ApiKeys { get; }

    /// <summary>The account's id, which is also its public key.</summary>
    public string AccountId { get; }

    /// <summary>Builds the seeded account and starts to listen.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken ct)
    {
        var app = Build(options);
        try
        {
            await app.StartAsync(ct);
            return new SandboxServer(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Completes when the server has been asked to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken ct) => _app.WaitForShutdownAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(SandboxOptions options)
    {
        // No configuration from outside: a URL or a log level meant for the host that starts us must not reach in here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.AddRoutingCore();
        builder.Services.AddSandbox(options);
        var app = builder.Build();
        // A mistake of the sandbox shows itself to the developer who met it.
        app.UseDeveloperExceptionPage();
        app.UseRouting();
        ApiEndpoints.Map(app);
        ControlEndpoints.Map(app);
        app.Services.GetRequiredService<DeliveryDesk>().Open();
        return app;
    }
}
