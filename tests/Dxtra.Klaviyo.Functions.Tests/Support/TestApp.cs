using System.Security.Cryptography;
using Dxtra.Klaviyo.Local;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The real app in this process, on the embedded runtime, with a data directory and a port of its own.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly IHost _host;
    private bool _started;

    /// <param name="storage">Connection string; the default is of an Azurite that nobody has started.</param>
    /// <param name="configure">Registrations that win over the app's.</param>
    public TestApp(string storage = "UseDevelopmentStorage=true", Action<IServiceCollection>? configure = null)
    {
        var builder = FunctionsApplication.CreateBuilder(
            ["--applicationName", typeof(Registration).Assembly.GetName().Name!, "--urls", "http://127.0.0.1:0"]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = storage,
            ["Auth:DevelopmentKey"] = Convert.ToBase64String(Key),
            ["Embedded:DataDirectory"] = _data.Path,
        });
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.ConfigureFunctionsWebApplication();
        builder.AddKlaviyoIntegration();
        configure?.Invoke(builder.Services);
        _host = builder.Build();
    }

    /// <summary>Signs this app's development tokens.</summary>
    public byte[] Key { get; } = RandomNumberGenerator.GetBytes(32);

    public LogCapture Log { get; } = new();

    public IServiceProvider Services => _host.Services;

    public DurableTaskClient Durable => Services.GetRequiredService<DurableTaskClient>();

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public async Task StartAsync()
    {
        await _host.StartAsync();
        _started = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_started)
            await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _data.Dispose();
    }
}
