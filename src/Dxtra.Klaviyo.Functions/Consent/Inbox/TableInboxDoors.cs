using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Table <c>InboxDoors</c>: partition = controller and processor, one row, changed under its ETag.</summary>
internal sealed class TableInboxDoors(StorageTables tables) : IInboxDoors
{
    private const string Row = "door";

    public async Task<InboxDoor> ReadAsync(string controller, string processorId, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var found = await table.GetEntityIfExistsAsync<Entity>(Entity.PartitionOf(controller, processorId), Row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.ToDoor() : new(controller, processorId, IsOpen: false, Run: 0, DateTimeOffset.MinValue);
    }

    public async Task<InboxDoor?> TryWriteAsync(InboxDoor door, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        try
        {
            var written = await (door.Version == default
                ? table.AddEntityAsync(Entity.Of(door), cancellationToken)
                : table.UpdateEntityAsync(Entity.Of(door), door.Version, TableUpdateMode.Replace, cancellationToken));
            return door with { Version = written.Headers.ETag!.Value };
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return null;
        }
    }

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("InboxDoors", cancellationToken);

    private sealed class Entity : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public string ControllerDid { get; set; } = "";
        public string ProcessorId { get; set; } = "";
        public bool IsOpen { get; set; }
        public int Run { get; set; }
        public DateTimeOffset Since { get; set; }

        public static string PartitionOf(string controller, string processorId) => $"{controller}|{processorId}";

        public static Entity Of(InboxDoor door) => new()
        {
            PartitionKey = PartitionOf(door.ControllerDid, door.ProcessorId),
            RowKey = Row,
            ControllerDid = door.ControllerDid,
            ProcessorId = door.ProcessorId,
            IsOpen = door.IsOpen,
            Run = door.Run,
            Since = door.Since,
        };

        public InboxDoor ToDoor() => new(ControllerDid, ProcessorId, IsOpen, Run, Since, ETag);
    }
}
