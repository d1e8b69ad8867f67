using System.Collections.Concurrent;

namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakeExclusionStore : IExclusionStore
{
    private readonly ConcurrentDictionary<LedgerKey, PendingExclusion> _pending = new();

    public IReadOnlyCollection<PendingExclusion> Pending => [.. _pending.Values];

    public Task AddAsync(PendingExclusion pending, CancellationToken cancellationToken)
    {
        _pending[pending.Key] = pending;
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<PendingExclusion> ReadAsync(string controller, string processorId, CancellationToken cancellationToken) =>
        Pending.ToAsyncEnumerable();

    public Task<IReadOnlyList<PendingExclusion>> FindAsync(LedgerSubject subject, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PendingExclusion>>([.. Pending.Where(one => one.Key.Subject == subject)]);

    public Task RemoveAsync(PendingExclusion pending, CancellationToken cancellationToken)
    {
        _pending.TryRemove(pending.Key, out _);
        return Task.CompletedTask;
    }
}
