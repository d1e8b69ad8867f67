using System.Collections.Concurrent;

namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakeTombstoneStore : ITombstoneStore
{
    private readonly ConcurrentDictionary<(string Controller, string ProcessorId, string Hash), Tombstone> _stones = new();

    public IReadOnlyCollection<Tombstone> All => [.. _stones.Values];

    public Task AddAsync(string controller, string processorId, IReadOnlyList<Tombstone> tombstones, CancellationToken cancellationToken)
    {
        foreach (var stone in tombstones)
            _stones[(controller, processorId, stone.Hash)] = stone;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Tombstone>> FindAsync(
        string controller, string processorId, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Tombstone>>([.. hashes.Where(hash => _stones.ContainsKey((controller, processorId, hash))).Select(hash => _stones[(controller, processorId, hash)])]);
}
