using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Keeps the promises of <see cref="RequestIntake"/> that a crash left open.</summary>
internal sealed partial class StartSweepHandler(
    IRequestStore requests, IPendingStartStore pending, IEnumerable<IOwedWork> others, TimeProvider time, ILogger<StartSweepHandler> logger)
{
    /// <summary>Younger promises belong to calls that are still under way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    public async Task HandleAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        await foreach (var start in pending.ReadOlderThanAsync(time.GetUtcNow() - Grace, cancellationToken))
        {
            try
            {
                await KeepAsync(start, client, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One that fails must not keep those behind it waiting; it stays promised for the next sweep.
                Log.NotStarted(logger, start.Work.RequestId, exception.GetType().FullName);
            }
        }
    }

    private async Task KeepAsync(PendingStart start, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (await IsOwedAsync(start, client, cancellationToken))
        {
            await RequestIntake.StartAsync(start, client, cancellationToken);
            Log.Started(logger, start.Work.RequestId);
        }

        await pending.RemoveAsync(start, cancellationToken);
    }

    /// <summary>Owed when what it is for wants it and no orchestration has its id.</summary>
    private async Task<bool> IsOwedAsync(PendingStart start, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var other = others.FirstOrDefault(other => other.Orchestrator == start.Orchestrator);
        return await (other?.IsOwedAsync(start, cancellationToken) ?? IsOwedAsync(start, cancellationToken))
            && await client.GetInstanceAsync(start.Work.InstanceId(), cancellationToken) is null;
    }

    /// <summary>The request is at this run, has or has not ended as the work wants it.</summary>
    private async Task<bool> IsOwedAsync(PendingStart start, CancellationToken cancellationToken) =>
        await requests.FindAsync(start.Work.ControllerDid, start.Work.RequestId, cancellationToken) is { } request
        && (start.Work.Look == 0 ? !request.IsOver : request.Status == RequestStatus.Completed)
        && request is { ExpiredAt: null, ForgottenAt: null }
        && request.Run == start.Work.Run;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Request {RequestId} was stored but not started; it is started now")]
        public static partial void Started(ILogger logger, string requestId);

        [LoggerMessage(2, LogLevel.Error, "Request {RequestId} could not be started ({Exception}); it is tried again")]
        public static partial void NotStarted(ILogger logger, string requestId, string? exception);
    }
}
