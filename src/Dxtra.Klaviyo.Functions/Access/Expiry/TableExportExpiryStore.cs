using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Table <c>ExportExpiries</c>: partition = the day, row = the request. What is due lies at the beginning of the table and nothing else
/// is read, for a row goes when its time has come.
/// </summary>
internal sealed class TableExportExpiryStore(StorageTables tables) : IExportExpiryStore
{
    private const int PageRows = 200;

    public async Task AddAsync(ExportExpiry expiry, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        await table.UpsertEntityAsync(Entity.Of(expiry), TableUpdateMode.Replace, cancellationToken);
    }

    public async Task MoveAsync(ExportExpiry expiry, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await AddAsync(expiry with { At = at }, cancellationToken);
        if (Entity.DayOf(at) != Entity.DayOf(expiry.At))
            await RemoveAsync(expiry, cancellationToken);
    }

    public async Task RemoveAsync(ExportExpiry expiry, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        await table.DeleteEntityAsync(Entity.DayOf(expiry.At), expiry.RequestId, ETag.All, cancellationToken);
    }

    public async IAsyncEnumerable<ExportExpiry> ReadDueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey le {Entity.DayOf(now)} and At le {now}");
        await foreach (var entity in table.QueryAsync<Entity>(filter, PageRows, cancellationToken: cancellationToken))
            yield return new(entity.ControllerDid, entity.RowKey, entity.At);
    }

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("ExportExpiries", cancellationToken);

    private sealed class Entity : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public string ControllerDid { get; set; } = "";
        public DateTimeOffset At { get; set; }

        public static Entity Of(ExportExpiry expiry) => new()
        {
            PartitionKey = DayOf(expiry.At),
            RowKey = expiry.RequestId,
            ControllerDid = expiry.ControllerDid,
            At = expiry.At,
        };

        public static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
