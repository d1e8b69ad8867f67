using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Table <c>Tombstones</c>: partition = controller and processor, row = the hash; a look-up is one point read for each hash.</summary>
internal sealed class TableTombstoneStore(StorageTables tables) : ITombstoneStore
{
    private const int AtATime = 32;

    /// <summary>Of more, it is worth asking first whether there are any tombstones at all.</summary>
    private const int Few = 8;

    public async Task AddAsync(string controller, string processorId, IReadOnlyList<Tombstone> tombstones, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        foreach (var tombstone in tombstones)
            await table.UpsertEntityAsync(Entity.Of(Partition(controller, processorId), tombstone), TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<IReadOnlyList<Tombstone>> FindAsync(
        string controller, string processorId, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        if (hashes.Count > Few && !await AnyAsync(table, controller, processorId, cancellationToken))
            return [];
        var found = new ConcurrentBag<Tombstone>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(hashes.Distinct(), options, async (hash, token) =>
        {
            var row = await table.GetEntityIfExistsAsync<Entity>(Partition(controller, processorId), hash, cancellationToken: token);
            if (row.HasValue)
                found.Add(row.Value!.ToTombstone());
        });
        return [.. found];
    }

    private static async Task<bool> AnyAsync(TableClient table, string controller, string processorId, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(controller, processorId)}");
        return await table.QueryAsync<Entity>(filter, maxPerPage: 1, select: ["RowKey"], cancellationToken: cancellationToken).AnyAsync(cancellationToken);
    }

    private static string Partition(string controller, string processorId) => $"{controller}|{processorId}";

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("Tombstones", cancellationToken);

    private sealed class Entity : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public string Identifier { get; set; } = "";
        public string RequestId { get; set; } = "";
        public DateTimeOffset At { get; set; }

        public static Entity Of(string partition, Tombstone tombstone) => new()
        {
            PartitionKey = partition,
            RowKey = tombstone.Hash,
            Identifier = tombstone.Identifier,
            RequestId = tombstone.RequestId,
            At = tombstone.At,
        };

        public Tombstone ToTombstone() => new(RowKey, Identifier, RequestId, At);
    }
}
