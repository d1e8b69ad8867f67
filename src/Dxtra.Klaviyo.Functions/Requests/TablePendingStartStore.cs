using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Table <c>PendingStarts</c>: one partition, since it is nearly always empty; row = the id of the orchestration.</summary>
internal sealed class TablePendingStartStore(StorageTables tables) : IPendingStartStore
{
    private const string Partition = "pending";

    public async Task AddAsync(PendingStart start, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        await table.UpsertEntityAsync(Entity.Of(start), TableUpdateMode.Replace, cancellationToken);
    }

    public async Task RemoveAsync(PendingStart start, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        await table.DeleteEntityAsync(Partition, start.Work.InstanceId(), ETag.All, cancellationToken);
    }

    public async IAsyncEnumerable<PendingStart> ReadOlderThanAsync(
        DateTimeOffset time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Since lt {time}");
        await foreach (var entity in table.QueryAsync<Entity>(filter, cancellationToken: cancellationToken))
            yield return entity.ToStart();
    }

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("PendingStarts", cancellationToken);

    private sealed class Entity : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public string ControllerDid { get; set; } = "";
        public string ProcessorId { get; set; } = "";
        public string RequestId { get; set; } = "";
        public int Run { get; set; }
        public int Look { get; set; }
        public string Orchestrator { get; set; } = "";
        public DateTimeOffset Since { get; set; }

        public static Entity Of(PendingStart start) => new()
        {
            PartitionKey = Partition,
            RowKey = start.Work.InstanceId(),
            RequestId = start.Work.RequestId,
            Run = start.Work.Run,
            Look = start.Work.Look,
            ControllerDid = start.Work.ControllerDid,
            ProcessorId = start.Work.ProcessorId,
            Orchestrator = start.Orchestrator,
            Since = start.Since,
        };

        public PendingStart ToStart() => new(new(ControllerDid, ProcessorId, RequestId, Run, Look), Orchestrator, Since);
    }
}
