using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Table <c>ConsentExclusions</c>: partition = controller and processor, row = subject and channel.</summary>
internal sealed class TableExclusionStore(StorageTables tables) : IExclusionStore
{
    public async Task AddAsync(PendingExclusion pending, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        await table.UpsertEntityAsync(Entity.Of(pending), TableUpdateMode.Replace, cancellationToken);
    }

    public async IAsyncEnumerable<PendingExclusion> ReadAsync(
        string controller, string processorId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(controller, processorId)}");
        await foreach (var entity in table.QueryAsync<Entity>(filter, cancellationToken: cancellationToken))
            yield return entity.ToPending(controller, processorId);
    }

    public async Task<IReadOnlyList<PendingExclusion>> FindAsync(LedgerSubject subject, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var partition = PartitionOf(subject.Controller, subject.ProcessorId);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {subject.SubjectKey + "|"} and RowKey lt {subject.SubjectKey + "}"}");
        return await table.QueryAsync<Entity>(filter, cancellationToken: cancellationToken)
            .Select(entity => entity.ToPending(subject.Controller, subject.ProcessorId)).ToListAsync(cancellationToken);
    }

    public async Task RemoveAsync(PendingExclusion pending, CancellationToken cancellationToken)
    {
        var (table, entity) = (await TableAsync(cancellationToken), Entity.Of(pending));
        await table.DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ETag.All, cancellationToken);
    }

    private static string PartitionOf(string controller, string processorId) => $"{controller}|{processorId}";

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("ConsentExclusions", cancellationToken);

    private sealed class Entity : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public string SubjectKey { get; set; } = "";
        public string Channel { get; set; } = "";
        public string SealedProfile { get; set; } = "";
        public DateTimeOffset Since { get; set; }

        public static Entity Of(PendingExclusion pending) => new()
        {
            PartitionKey = PartitionOf(pending.Key.Subject.Controller, pending.Key.Subject.ProcessorId),
            RowKey = $"{pending.Key.Subject.SubjectKey}|{pending.Key.ChannelKey}",
            SubjectKey = pending.Key.Subject.SubjectKey,
            Channel = pending.Key.Channel.ToString(),
            SealedProfile = pending.SealedProfile,
            Since = pending.Since,
        };

        public PendingExclusion ToPending(string controller, string processorId) =>
            new(new(new(controller, processorId, SubjectKey), Enum.Parse<ConsentChannel>(Channel), null), SealedProfile, Since);
    }
}
