using System.Threading.Channels;
using Dxtra.Functions.Embedded.Tests.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dxtra.Functions.Embedded.Tests.Timers;

/// <summary>Runs one timer function on a clock that moves by hand, and can be stopped and started over the same data.</summary>
internal sealed class TimerBench : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Channel<TimerInfo> _runs = Channel.CreateUnbounded<TimerInfo>();
    private ServiceProvider? _services;
    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;

    public ObservedTime Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 2, 0, TimeSpan.Zero));

    public RecordedLogs Logs { get; } = new();

    /// <summary>What a run does after it was noted.</summary>
    public Func<CancellationToken, Task> Work { get; set; } = _ => Task.CompletedTask;

    public bool HasRun => _runs.Reader.TryPeek(out _);

    public string[] StatusFiles => Directory.GetFiles(_folder.File("timers"));

    public void Start(Type functions, string schedule)
    {
        _services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(Logs))
            .AddSingleton(Options.Create(new EmbeddedOptions { DataDirectory = _folder.Path }))
            .AddSingleton<DataDirectory>()
            .AddSingleton<TimerStatusStore>()
            .AddSingleton<MiddlewarePipeline>()
            .AddSingleton<FunctionInvoker>()
            .AddSingleton(this)
            .BuildServiceProvider();
        var runner = new TimerRunner(
            FunctionCatalog.FromTypes(functions).Functions.Single(),
            TimerSchedule.Parse(schedule),
            _services.GetRequiredService<TimerStatusStore>(),
            _services.GetRequiredService<FunctionInvoker>(),
            Time,
            _services.GetRequiredService<ILogger<TimerRunner>>());
        _stop = new CancellationTokenSource();
        _running = runner.RunAsync(_stop.Token);
    }

    public async Task StopAsync()
    {
        await _stop!.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running);
        _stop.Dispose();
        await _services!.DisposeAsync();
    }

    /// <summary>The next run that has begun.</summary>
    public async Task<TimerInfo> RunAsync() => await _runs.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
        Time.Dispose();
    }

    private Task RunsAsync(TimerInfo timer, CancellationToken ct)
    {
        _runs.Writer.TryWrite(timer);
        return Work(ct);
    }

    internal sealed class Monitored(TimerBench bench)
    {
        [Function("Tick")]
        public Task Tick([TimerTrigger("%Schedule%")] TimerInfo timer, CancellationToken ct) => bench.RunsAsync(timer, ct);
    }

    internal sealed class Unmonitored(TimerBench bench)
    {
        [Function("Tick")]
        public Task Tick([TimerTrigger("%Schedule%", UseMonitor = false)] TimerInfo timer, CancellationToken ct) => bench.RunsAsync(timer, ct);
    }

    internal sealed class AtStartup(TimerBench bench)
    {
        [Function("Tick")]
        public Task Tick([TimerTrigger("%Schedule%", RunOnStartup = true)] TimerInfo timer, CancellationToken ct) => bench.RunsAsync(timer, ct);
    }
}
