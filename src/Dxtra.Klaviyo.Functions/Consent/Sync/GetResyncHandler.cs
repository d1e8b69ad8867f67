using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

internal sealed class GetResyncHandler(ISyncStore store)
{
    /// <summary>The cycle, or the one that does its work; null when there is none of that id.</summary>
    public async Task<SyncCycleView?> HandleAsync(
        string controller, string processorId, string cycleId, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var cycle = await store.FindAsync(controller, processorId, cycleId, cancellationToken);
        if (cycle?.ServedBy is { } other)
            cycle = await store.FindAsync(controller, processorId, other, cancellationToken);
        if (cycle is null)
            return null;
        var isAtWork = cycle is { StartedAt: not null, EndedAt: null };
        return SyncCycleView.Of(cycle, isAtWork ? await client.ReadProgressAsync(cycle.Id, cancellationToken) : null);
    }
}
