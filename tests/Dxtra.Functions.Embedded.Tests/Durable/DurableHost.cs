using Dxtra.Functions.Embedded.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>An engine on a directory of its own, with scripted functions unless others are named.</summary>
internal sealed class DurableHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _directory = Directory.CreateTempSubdirectory("durable-tests-").FullName;
    private readonly Type[] _functions;
    private readonly TimeProvider _time;
    private readonly Action<IServiceCollection>? _configure;
    private IHost? _host;

    private DurableHost(Type[] functions, TimeProvider time, Action<IServiceCollection>? configure)
    {
        _functions = functions;
        _time = time;
        _configure = configure;
    }

    public Scripts Scripts { get; } = new();

    public RecordingLoggerProvider Logs { get; } = new();

    public DurableTaskClient Client => Services.GetRequiredService<DurableTaskClient>();

    public DurableStore Store => Services.GetRequiredService<DurableStore>();

    private IServiceProvider Services => _host!.Services;

    public static async Task<DurableHost> StartAsync(
        TimeProvider? time = null, Action<IServiceCollection>? configure = null, params Type[] functions)
    {
        var host = new DurableHost([typeof(ScriptedFunctions), .. functions], time ?? TimeProvider.System, configure);
        await host.StartEngineAsync();
        return host;
    }

    /// <summary>A host whose main orchestrator is <paramref name="main"/>.</summary>
    public static async Task<DurableHost> WithMainAsync(Func<TaskOrchestrationContext, Task<object?>> main, TimeProvider? time = null)
    {
        var host = await StartAsync(time);
        host.Scripts.Main = main;
        return host;
    }

    public Task<string> ScheduleAsync(object? input = null, string? id = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync("Main", input, new StartOrchestrationOptions(id));

    public async Task<OrchestrationMetadata> RunAsync(object? input = null, string? id = null) => await EndAsync(await ScheduleAsync(input, id));

    public async Task<OrchestrationMetadata> EndAsync(string id)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, patience.Token);
    }

    public async Task<T?> ResultAsync<T>(object? input = null)
    {
        var ended = await RunAsync(input);
        Assert.True(ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{ended.RuntimeStatus}: {ended.SerializedOutput}");
        return ended.ReadOutputAs<T>();
    }

    public Task<OrchestrationMetadata> StatusAsync(string id, OrchestrationRuntimeStatus status) => Eventually.FindAsync(
        async () => await Client.GetInstanceAsync(id, getInputsAndOutputs: true) is { } found && found.RuntimeStatus == status ? found : null,
        $"instance {id} is {status}");

    /// <summary>Waits for a durable timer to be set and moves the clock to its time.</summary>
    public async Task AdvanceToTimerAsync(FakeTimeProvider time)
    {
        var due = await Eventually.FindAsync(
            () => Task.FromResult(Store.Read(session => session.Scalar("select min(due) from timers where due > $1", Store.Now)) is var ticks and > 0
                ? new DateTimeOffset(ticks, TimeSpan.Zero)
                : (DateTimeOffset?)null),
            "a timer is set");
        time.SetUtcNow(due!.Value);
    }

    public long Count(string table) => Store.Read(session => session.Scalar($"select count(*) from {table}"));

    public async Task StopEngineAsync()
    {
        if (_host is not { } host)
            return;
        _host = null;
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    public async Task StartEngineAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs);
        builder.Services.Configure<EmbeddedOptions>(options => options.DataDirectory = _directory);
        builder.Services.AddSingleton(Scripts).AddSingleton(_time).AddSingleton<DataDirectory>();
        builder.Services.AddSingleton<MiddlewarePipeline>().AddSingleton<FunctionInvoker>();
        builder.Services.AddSingleton(FunctionCatalog.FromTypes(_functions));
        builder.Services.AddDurableEngine();
        _configure?.Invoke(builder.Services);
        _host = builder.Build();
        await _host.StartAsync();
    }

    public async Task RestartAsync()
    {
        await StopEngineAsync();
        await StartEngineAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopEngineAsync();
        Directory.Delete(_directory, recursive: true);
    }
}
