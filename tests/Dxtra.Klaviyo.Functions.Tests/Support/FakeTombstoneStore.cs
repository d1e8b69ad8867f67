using System.Collections.Concurrent;

namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakeTombstoneStore : ITombstoneStore
{
    private readonly ConcurrentDictionary<string, Tombstone> _marks = new();

    public IReadOnlyCollection<Tombstone> All => [.. _marks.Values];

    public Task AddAsync(string controller, string processorId, IReadOnlyList<Tombstone> tombstones, CancellationToken cancellationToken)
    {
        foreach (var mark in tombstones)
            _marks[mark.Hash] = mark;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Tombstone>> FindAsync(
        string controller, string processorId, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Tombstone>>([.. hashes.Where(_marks.ContainsKey).Select(hash => _marks[hash])]);
}
