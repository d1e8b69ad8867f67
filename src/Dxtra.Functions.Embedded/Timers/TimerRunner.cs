using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Dxtra.Functions.Embedded;

/// <summary>Runs one timer function on its schedule, one run at a time: an occurrence that falls into a run is skipped.</summary>
internal sealed partial class TimerRunner
{
    /// <summary>The clock is looked at again this often, so that one that was set anew, or a machine that slept, is noticed.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly FunctionDescriptor _function;
    private readonly bool _runOnStartup;
    private readonly TimerSchedule _schedule;
    private readonly TimerMonitor? _monitor;
    private readonly FunctionInvoker _invoker;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public TimerRunner(
        FunctionDescriptor function, TimerSchedule schedule, TimerStatusStore store, FunctionInvoker invoker, TimeProvider time, ILogger logger)
    {
        var trigger = (TimerTriggerAttribute)function.Trigger;
        (_function, _schedule, _invoker, _time, _logger) = (function, schedule, invoker, time, logger);
        _runOnStartup = trigger.RunOnStartup;
        _monitor = trigger.UseMonitor && !schedule.IsUnderAMinute(Now) ? new TimerMonitor(function.Name, schedule, store) : null;
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    public async Task RunAsync(CancellationToken ct)
    {
        var isPastDue = _monitor is not null && await _monitor.StartAsync(Now, ct);
        if (isPastDue || _runOnStartup)
            await FireAsync(isPastDue, ct);
        while (true)
        {
            await WaitUntilAsync(_schedule.Next(Now), ct);
            await FireAsync(isPastDue: false, ct);
        }
    }

    private async Task WaitUntilAsync(DateTime due, CancellationToken ct)
    {
        for (var left = due - Now; left > TimeSpan.Zero; left = due - Now)
            await Task.Delay(left < LongestWait ? left : LongestWait, _time, ct);
    }

    private async Task FireAsync(bool isPastDue, CancellationToken ct)
    {
        var started = Now;
        try
        {
            var info = new TimerInfo { ScheduleStatus = _monitor?.Status, IsPastDue = isPastDue };
            await _invoker.InvokeAsync(_function, context => _invoker.CallAsync(_function, context, _ => info), ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // A run that a stop broke off is not remembered, so it is past due at the next start.
            throw;
        }
        catch (Exception e)
        {
            Log.Failed(_logger, _function.Name, e.GetType());
            Log.FailedWith(_logger, e, _function.Name);
        }

        if (_monitor is not null)
            await _monitor.RanAsync(started, Now);
    }

    /// <summary>Names types alone above Debug: the text of an exception may hold personal data.</summary>
    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Timer function {Function} failed with {ExceptionType}; its schedule goes on.")]
        public static partial void Failed(ILogger logger, string function, Type exceptionType);

        [LoggerMessage(LogLevel.Debug, "Timer function {Function} failed.")]
        public static partial void FailedWith(ILogger logger, Exception exception, string function);
    }
}
