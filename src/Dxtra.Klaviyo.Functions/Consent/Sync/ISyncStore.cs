using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>How far processors are synchronised, and the cycles that were run.</summary>
internal interface ISyncStore
{
    Task<SyncState> ReadAsync(string controller, string processorId, CancellationToken cancellationToken);

    /// <summary>Applies a change and returns what is there now; repeated when another writer was faster.</summary>
    Task<SyncState> UpdateAsync(string controller, string processorId, Func<SyncState, SyncState> change, CancellationToken cancellationToken);

    /// <summary>Stores a new cycle, and under which idempotency key it was asked for; null, or what an earlier call with that key made.</summary>
    Task<ClaimResult?> AddAsync(
        string controller, string processorId, SyncCycle cycle, IdempotencyClaim? idempotency, CancellationToken cancellationToken);

    Task<SyncCycle?> FindAsync(string controller, string processorId, string cycleId, CancellationToken cancellationToken);

    Task WriteAsync(string controller, string processorId, SyncCycle cycle, CancellationToken cancellationToken);
}
