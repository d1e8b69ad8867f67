using System.Collections.Concurrent;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The state of one processor's synchronisation in memory.</summary>
internal sealed class FakeSyncStore : ISyncStore
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, SyncCycle> _cycles = new();
    private readonly ConcurrentDictionary<string, (string BodyHash, string CycleId)> _keys = new();

    public SyncState State { get; set; } = SyncState.Empty;

    public SyncCycle this[string cycleId] => _cycles[cycleId];

    public IReadOnlyCollection<SyncCycle> Cycles => [.. _cycles.Values];

    public Task<SyncState> ReadAsync(string controller, string processorId, CancellationToken cancellationToken) => Task.FromResult(State);

    public Task<SyncState> UpdateAsync(string controller, string processorId, Func<SyncState, SyncState> change, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult(State = change(State));
    }

    public Task<ClaimResult?> AddAsync(
        string controller, string processorId, SyncCycle cycle, IdempotencyClaim? idempotency, CancellationToken cancellationToken)
    {
        if (idempotency is not null && _keys.GetOrAdd(idempotency.KeyHash, (idempotency.BodyHash, cycle.Id)) is var (body, id) && id != cycle.Id)
            return Task.FromResult<ClaimResult?>(body == idempotency.BodyHash ? new ClaimResult.Repeated(id) : new ClaimResult.KeyReused());
        _cycles[cycle.Id] = cycle;
        return Task.FromResult<ClaimResult?>(null);
    }

    public Task<SyncCycle?> FindAsync(string controller, string processorId, string cycleId, CancellationToken cancellationToken) =>
        Task.FromResult(_cycles.GetValueOrDefault(cycleId));

    public Task WriteAsync(string controller, string processorId, SyncCycle cycle, CancellationToken cancellationToken)
    {
        _cycles[cycle.Id] = cycle;
        return Task.CompletedTask;
    }
}
