using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Activity;

/// <summary>Table <c>Activity</c>: partition = the controller's DID, rows newest first.</summary>
internal sealed class TableActivityLog(StorageTables tables) : IActivityLog
{
    public async Task AppendAsync(ActivityEntry entry, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync("Activity", cancellationToken);
        await table.AddEntityAsync(Entity.Of(entry), cancellationToken);
    }

    private sealed class Entity : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public string Type { get; set; } = "";
        public string Source { get; set; } = "";
        public string? SubjectKey { get; set; }
        public DateTimeOffset At { get; set; }
        public string Json { get; set; } = "";

        public static Entity Of(ActivityEntry entry) => new()
        {
            PartitionKey = entry.ControllerDid,
            RowKey = DescendingId.New(entry.At),
            Type = entry.Type.ToString(),
            Source = entry.Source.ToString(),
            SubjectKey = entry.SubjectKey,
            At = entry.At,
            Json = JsonSerializer.Serialize(entry, Hosting.Json.Options),
        };
    }
}
