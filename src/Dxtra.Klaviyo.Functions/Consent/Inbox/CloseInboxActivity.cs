using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Closes the door of an inbox, looks once more, and opens it again when something came meanwhile. A repeat, after its first answer was
/// lost, does the same.
/// </summary>
internal sealed class CloseInboxActivity(IInboxStore store, IInboxDoors doors, TimeProvider time)
{
    /// <returns>True when there is work for this run again.</returns>
    [Function(nameof(CloseInboxActivity))]
    public async Task<bool> RunAsync([ActivityTrigger] InboxWork input, CancellationToken cancellationToken)
    {
        var door = await doors.ReadAsync(input.ControllerDid, input.ProcessorId, cancellationToken);
        while (door.IsOpen && door.Run == input.Run)
        {
            door = await doors.TryWriteAsync(door with { IsOpen = false, Since = time.GetUtcNow() }, cancellationToken)
                ?? await doors.ReadAsync(input.ControllerDid, input.ProcessorId, cancellationToken);
        }

        return door.Run == input.Run
            && await HasWorkAsync(input, cancellationToken)
            && await doors.TryWriteAsync(door with { IsOpen = true, Since = time.GetUtcNow() }, cancellationToken) is not null;
    }

    private async Task<bool> HasWorkAsync(InboxWork input, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await store.ReadAllAsync(InboxState.Waiting, input.ControllerDid, input.ProcessorId, cancellationToken)
            .AnyAsync(item => item.IsDue(now), cancellationToken);
    }
}
