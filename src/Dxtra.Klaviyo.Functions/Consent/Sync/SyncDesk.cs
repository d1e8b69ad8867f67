using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Starts cycles, one at a time for a processor: the turn is claimed in the store first, then the orchestration starts with the cycle's id.
/// A turn whose orchestration never started, or ended without giving it back, is found by the next call.
/// </summary>
internal sealed class SyncDesk(ISyncStore store, TimeProvider time)
{
    /// <summary>Younger claims belong to calls that are still under way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <returns>The id of the cycle that does it; null when the key came with another body before.</returns>
    public async Task<string?> StartAsync(
        string controller, string processorId, bool full, IdempotencyClaim? idempotency, DurableTaskClient client, CancellationToken cancellationToken)
    {
        await RecoverAsync(controller, processorId, client, cancellationToken);
        var now = time.GetUtcNow();
        var cycle = new SyncCycle { Id = DescendingId.New(now), Full = full, RequestedAt = now };
        switch (await store.AddAsync(controller, processorId, cycle, idempotency, cancellationToken))
        {
            case ClaimResult.Repeated { RequestId: var earlier }:
                return (await store.FindAsync(controller, processorId, earlier, cancellationToken))?.ServedBy ?? earlier;
            case not null:
                return null;
        }

        var state = await store.UpdateAsync(controller, processorId, current => current.Claim(cycle, now), cancellationToken);
        if (state.Running == cycle.Id)
            await ScheduleAsync(controller, processorId, cycle.Id, client, cancellationToken);
        else if (state.Waiting != cycle.Id)
            await store.WriteAsync(controller, processorId, cycle with { ServedBy = state.Serves(cycle) }, cancellationToken);
        return state.Running == cycle.Id ? cycle.Id : state.Serves(cycle);
    }

    /// <summary>Starts an incremental cycle unless one is at work.</summary>
    public async Task StartIfIdleAsync(string controller, string processorId, DurableTaskClient client, CancellationToken cancellationToken)
    {
        await RecoverAsync(controller, processorId, client, cancellationToken);
        if ((await store.ReadAsync(controller, processorId, cancellationToken)).Running is null)
            await StartAsync(controller, processorId, full: false, idempotency: null, client, cancellationToken);
    }

    private async Task RecoverAsync(string controller, string processorId, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var state = await store.ReadAsync(controller, processorId, cancellationToken);
        if (state.Running is not { } running || time.GetUtcNow() - state.RunningSince < Grace)
            return;
        var instance = await client.GetInstanceAsync(running, getInputsAndOutputs: false, cancellationToken);
        if (instance is null)
            await ScheduleAsync(controller, processorId, running, client, cancellationToken);
        else if (instance.IsCompleted)
            await store.UpdateAsync(controller, processorId, current => current.Release(running, time.GetUtcNow()), cancellationToken);
    }

    private static Task ScheduleAsync(
        string controller, string processorId, string cycleId, DurableTaskClient client, CancellationToken cancellationToken) =>
        client.ScheduleNewOrchestrationInstanceAsync(
            nameof(ConsentSyncOrchestrator), new RequestWork(controller, processorId, cycleId), new StartOrchestrationOptions(cycleId), cancellationToken);
}
