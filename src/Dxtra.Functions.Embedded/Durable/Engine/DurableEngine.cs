using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Takes up what was under way and keeps turns and activities running until the process stops.</summary>
internal sealed partial class DurableEngine(
    DurableStore store,
    WorkBoard board,
    TurnRunner turns,
    ActivityRunner activities,
    IOptions<DurableOptions> options,
    ILogger<DurableEngine> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private Task _loops = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var found = store.Read(Recovery.Find);
        Log.Resumed(logger, found.Ready.Count, found.Activities.Count, found.Wakes.Count);
        board.Publish(found);
        _loops = Task.WhenAll(
            [.. Loops(options.Value.MaxConcurrentTurns, TakeTurnsAsync), .. Loops(options.Value.MaxConcurrentActivities, RunActivitiesAsync)]);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        // An activity that does not heed its token is left behind; it runs again after the next start.
        await _loops.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();

    private static IEnumerable<Task> Loops(int count, Func<Task> loop) =>
        Enumerable.Range(0, count).Select(_ => Task.Run(loop));

    private async Task TakeTurnsAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            var instanceId = await board.Ready.TakeAsync(_stopping.Token);
            try
            {
                await turns.RunAsync(instanceId, _stopping.Token);
            }
            catch (Exception e) when (!_stopping.IsCancellationRequested)
            {
                Log.TurnFailed(logger, instanceId, e.GetType());
                Log.Details(logger, instanceId, e);
                board.WakeAt(instanceId, store.Now + RetryDelay);
            }
            finally
            {
                board.Ready.Done(instanceId);
            }
        }
    }

    private async Task RunActivitiesAsync()
    {
        await foreach (var task in board.Activities.ReadAllAsync(_stopping.Token))
        {
            try
            {
                await activities.RunAsync(task, _stopping.Token);
            }
            catch (Exception e) when (!_stopping.IsCancellationRequested)
            {
                Log.ActivityLost(logger, task.Name, task.InstanceId, e.GetType());
                Log.Details(logger, task.InstanceId, e);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Durable engine started: {Instances} instances, {Activities} activities and {Timers} timers to go on with")]
        public static partial void Resumed(ILogger logger, int instances, int activities, int timers);

        [LoggerMessage(2, LogLevel.Error, "A turn of orchestration {InstanceId} could not be taken ({ExceptionType}); it is tried again")]
        public static partial void TurnFailed(ILogger logger, string instanceId, Type exceptionType);

        [LoggerMessage(4, LogLevel.Error, "Activity {Name} of orchestration {InstanceId} could not be run ({ExceptionType}); it is run after the next start")]
        public static partial void ActivityLost(ILogger logger, string name, string instanceId, Type exceptionType);

        [LoggerMessage(3, LogLevel.Debug, "Orchestration {InstanceId}")]
        public static partial void Details(ILogger logger, string instanceId, Exception exception);
    }
}
