using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dxtra.Functions.Embedded.Tests.Hosting;

/// <summary>An app of a few functions on Kestrel, on a free port, with a folder of its own as content root and for its data.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly IHost _host;

    private TestApp(IHost host, TestFolder folder, RecordedLogs logs)
    {
        (_host, Folder, Logs) = (host, folder, logs);
        Client = new HttpClient { BaseAddress = new Uri(((WebApplication)host).Urls.Single()) };
    }

    public HttpClient Client { get; }

    public RecordedLogs Logs { get; }

    public TestFolder Folder { get; }

    public IServiceProvider Services => _host.Services;

    /// <summary>The builder of an app of those functions; with <paramref name="folder"/> a test can prepare files and start twice.</summary>
    public static FunctionsApplicationBuilder Builder(TestFolder folder, Type[] functions, params string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(
            ["--contentRoot", folder.Path, "--Embedded:DataDirectory", folder.File("data"), "--urls", "http://127.0.0.1:0", .. args]);
        builder.Services.AddSingleton(FunctionCatalog.FromTypes(functions));
        return builder;
    }

    public static async Task<TestApp> StartAsync(
        Type functions, Action<FunctionsApplicationBuilder>? configure = null, TestFolder? folder = null)
    {
        folder ??= new TestFolder();
        var logs = new RecordedLogs();
        var builder = Builder(folder, [functions]);
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.ConfigureFunctionsWebApplication();
        configure?.Invoke(builder);
        var host = builder.Build();
        await host.StartAsync();
        return new TestApp(host, folder, logs);
    }

    /// <summary>Ends the app and leaves its folder, for a second start.</summary>
    public async Task StopAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Folder.Dispose();
    }
}
