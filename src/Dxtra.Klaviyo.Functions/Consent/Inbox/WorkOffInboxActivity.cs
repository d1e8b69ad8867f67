using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Works off messages, those that came first before the others, for half a minute at most.</summary>
internal sealed class WorkOffInboxActivity(IInboxStore store, IInboxDoors doors, InboxWorker worker, TimeProvider time)
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <returns>True when it is to be called again.</returns>
    [Function(nameof(WorkOffInboxActivity))]
    public async Task<bool> RunAsync([ActivityTrigger] InboxWork input, CancellationToken cancellationToken)
    {
        // Another run has the inbox by now, as after a stop that was taken for an end.
        if ((await doors.ReadAsync(input.ControllerDid, input.ProcessorId, cancellationToken)).Run != input.Run)
            return false;
        var now = time.GetUtcNow();
        var due = await store.ReadAllAsync(InboxState.Waiting, input.ControllerDid, input.ProcessorId, cancellationToken)
            .Where(item => item.IsDue(now)).Take(AtOnce).ToListAsync(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        foreach (var item in due.OrderBy(item => item.ReceivedAt).TakeWhile(_ => Stopwatch.GetElapsedTime(started) < Longest))
            await worker.WorkOffAsync(item, cancellationToken);
        return due.Count > 0;
    }
}
