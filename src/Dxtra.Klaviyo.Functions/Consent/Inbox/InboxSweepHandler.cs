using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// A message that waits is itself the promise that it will be worked off. This keeps the promises that a crash left open: the message was
/// stored and nobody called, somebody was called and not started, or who worked is no more.
/// </summary>
internal sealed partial class InboxSweepHandler(
    IInboxStore store, IInboxDoors doors, InboxBell bell, TimeProvider time, ILogger<InboxSweepHandler> logger)
{
    /// <summary>Younger messages belong to calls that are still under way, and so do doors.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    public async Task HandleAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var seen = new HashSet<(string Controller, string ProcessorId)>();
        await foreach (var item in store.ReadAllAsync(InboxState.Waiting, cancellationToken))
        {
            if (item.ReceivedAt > now - Grace || !item.IsDue(now) || !seen.Add((item.ControllerDid, item.ProcessorId)))
                continue;
            try
            {
                await KeepAsync(item, client, now, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One that fails must not keep those behind it waiting; the next sweep sees it again.
                Log.NotStarted(logger, item.ProcessorId, exception.GetType().FullName);
            }
        }
    }

    private async Task KeepAsync(InboxItem item, DurableTaskClient client, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var door = await doors.ReadAsync(item.ControllerDid, item.ProcessorId, cancellationToken);
        if (door.Since > now - Grace || (door.IsOpen && await IsAtWorkAsync(door, client, cancellationToken)))
            return;
        Log.Started(logger, item.ProcessorId);
        await bell.OpenAsync(door, client, cancellationToken);
    }

    private static async Task<bool> IsAtWorkAsync(InboxDoor door, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var work = new InboxWork(door.ControllerDid, door.ProcessorId, door.Run);
        return await client.GetInstanceAsync(work.InstanceId(), cancellationToken) is { IsCompleted: false };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Messages for processor {ProcessorId} waited and nobody was at work; somebody is now")]
        public static partial void Started(ILogger logger, string processorId);

        [LoggerMessage(2, LogLevel.Error, "The inbox of processor {ProcessorId} could not be worked off ({Exception}); it is tried again")]
        public static partial void NotStarted(ILogger logger, string processorId, string? exception);
    }
}
