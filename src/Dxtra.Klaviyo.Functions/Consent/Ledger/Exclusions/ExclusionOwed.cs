using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A promised look is owed while anybody is pending.</summary>
internal sealed class ExclusionOwed(Exclusions exclusions) : IOwedWork
{
    public string Orchestrator => nameof(ExclusionOrchestrator);

    public Task<bool> IsOwedAsync(PendingStart start, CancellationToken cancellationToken) =>
        exclusions.AnyAsync(start.Work.ControllerDid, start.Work.ProcessorId, cancellationToken);
}
