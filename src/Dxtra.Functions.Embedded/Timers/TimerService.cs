using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dxtra.Functions.Embedded;

/// <summary>Runs the timers while the host runs. A schedule that cannot be understood is an error at start.</summary>
internal sealed class TimerService : BackgroundService
{
    private readonly List<TimerRunner> _timers;

    public TimerService(
        FunctionCatalog catalog,
        IConfiguration settings,
        TimerStatusStore store,
        FunctionInvoker invoker,
        TimeProvider time,
        ILogger<TimerService> logger)
    {
        _timers = [.. catalog.Functions
            .Where(function => function.Kind == TriggerKind.Timer)
            .Select(function => new TimerRunner(function, ScheduleOf(function, settings), store, invoker, time, logger))];
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_timers.Select(timer => timer.RunAsync(stoppingToken)));

    private static TimerSchedule ScheduleOf(FunctionDescriptor function, IConfiguration settings)
    {
        var foreign = function.Method.GetParameters().FirstOrDefault(p => p.ParameterType != typeof(TimerInfo) && !FunctionInvoker.Binds(p));
        if (foreign is not null)
            throw new InvalidOperationException($"Timer function '{function.Name}': nothing fills the parameter '{foreign.Name}'.");
        try
        {
            return TimerSchedule.Parse(SettingNames.Resolve(((TimerTriggerAttribute)function.Trigger).Schedule, settings));
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw new InvalidOperationException($"Timer function '{function.Name}': {e.Message}", e);
        }
    }
}
