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
        return cycle is null ? null : SyncCycleView.Of(cycle, await ProgressAsync(cycle, client, cancellationToken));
    }

    private static async Task<RequestProgress?> ProgressAsync(SyncCycle cycle, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (cycle is not { StartedAt: not null, EndedAt: null })
            return null;
        var instance = await client.GetInstanceAsync(cycle.Id, getInputsAndOutputs: true, cancellationToken);
        return instance?.SerializedCustomStatus is null ? null : instance.ReadCustomStatusAs<RequestProgress>();
    }
}
