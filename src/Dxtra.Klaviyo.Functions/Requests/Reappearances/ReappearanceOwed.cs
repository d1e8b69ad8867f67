namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A comeback that is kept and not worked off wants its orchestration.</summary>
internal sealed class ReappearanceOwed(SightingVault sightings) : IOwedWork
{
    public string Orchestrator => nameof(ReappearanceOrchestrator);

    public async Task<bool> IsOwedAsync(PendingStart start, CancellationToken cancellationToken) =>
        await sightings.FindAsync(start.Work, cancellationToken) is not null;
}
