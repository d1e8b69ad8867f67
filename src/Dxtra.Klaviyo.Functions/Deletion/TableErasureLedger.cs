using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// Table <c>ErasureLedger</c>: partition = the controller's DID. Rows: <c>e|request|run|profile|step|target|attempt|phase</c> a line,
/// <c>s|request|run|look|profile</c> a re-read: what is the same line has the same key. Rows are added only.
/// </summary>
internal sealed class TableErasureLedger(StorageTables tables) : IErasureLedger
{
    public Task<bool> AddAsync(string controller, LedgerEntry entry, CancellationToken cancellationToken) => AddAsync(
        controller, $"e|{entry.RequestId}|{entry.Run}|{entry.Profile}|{entry.Step}|{entry.Target}|{entry.Attempt}|{entry.Phase}", entry.At, entry, cancellationToken);

    public Task AddAsync(string controller, Sighting sighting, CancellationToken cancellationToken) => AddAsync(
        controller, $"s|{sighting.RequestId}|{sighting.Run}|{sighting.Look}|{sighting.Profile}", sighting.At, sighting, cancellationToken);

    public Task<IReadOnlyList<LedgerEntry>> ReadAsync(string controller, string requestId, CancellationToken cancellationToken) =>
        ReadAsync<LedgerEntry>(controller, $"e|{requestId}|", cancellationToken);

    public Task<IReadOnlyList<Sighting>> ReadSightingsAsync(string controller, string requestId, CancellationToken cancellationToken) =>
        ReadAsync<Sighting>(controller, $"s|{requestId}|", cancellationToken);

    private async Task<bool> AddAsync<T>(string controller, string rowKey, DateTimeOffset at, T line, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var entity = new Entity { PartitionKey = controller, RowKey = rowKey, At = at, Json = JsonSerializer.Serialize(line, Hosting.Json.Options) };
        try
        {
            await table.AddEntityAsync(entity, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string controller, string prefix, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var after = prefix[..^1] + (char)(prefix[^1] + 1);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {controller} and RowKey ge {prefix} and RowKey lt {after}");
        var rows = new List<Entity>();
        await foreach (var row in table.QueryAsync<Entity>(filter, cancellationToken: cancellationToken))
            rows.Add(row);
        return [.. rows.OrderBy(row => row.At).Select(row => JsonSerializer.Deserialize<T>(row.Json, Hosting.Json.Options)!)];
    }

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("ErasureLedger", cancellationToken);

    private sealed class Entity : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public DateTimeOffset At { get; set; }
        public string Json { get; set; } = "";
    }
}
