using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>An order that waits wants its orchestration.</summary>
internal sealed class OutwardOwed(IConsentOrderStore orders) : IOwedWork
{
    public string Orchestrator => nameof(ConsentOrderOrchestrator);

    public async Task<bool> IsOwedAsync(PendingStart start, CancellationToken cancellationToken) =>
        await orders.FindAsync(start.Work.ControllerDid, start.Work.RequestId, cancellationToken) is { BatchId: null };
}
