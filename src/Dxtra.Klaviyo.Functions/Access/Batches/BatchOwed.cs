using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A batch that is stored is owed its orchestration; one of which a crash left parts is given up, for nobody was told of it.</summary>
internal sealed class BatchOwed(IBatchStore batches) : IOwedWork
{
    public string Orchestrator => nameof(BatchOrchestrator);

    public async Task<bool> IsOwedAsync(PendingStart start, CancellationToken cancellationToken) =>
        await batches.FindAsync(start.Work.ControllerDid, start.Work.RequestId, cancellationToken) is not null
        || !await batches.AbandonAsync(start.Work.ControllerDid, start.Work.RequestId, cancellationToken);
}
