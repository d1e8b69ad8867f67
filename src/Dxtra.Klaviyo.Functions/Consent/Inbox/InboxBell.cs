using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Calls somebody to a processor's inbox, when nobody is at it.</summary>
internal sealed class InboxBell(IInboxDoors doors, TimeProvider time)
{
    public async Task RingAsync(string controller, string processorId, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var door = await doors.ReadAsync(controller, processorId, cancellationToken);
        if (!door.IsOpen)
            await OpenAsync(door, client, cancellationToken);
    }

    /// <summary>
    /// Starts the next run. Of several who want to at once, one does; when that one dies before it has started anything, the sweep
    /// finds an open door with nobody behind it.
    /// </summary>
    public async Task OpenAsync(InboxDoor door, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var next = door with { IsOpen = true, Run = door.Run + 1, Since = time.GetUtcNow() };
        if (await doors.TryWriteAsync(next, cancellationToken) is null)
            return;
        var work = new InboxWork(door.ControllerDid, door.ProcessorId, next.Run);
        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(InboxOrchestrator), work, new StartOrchestrationOptions(work.InstanceId()), cancellationToken);
    }
}
