using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// A table of expiries: partition = the day, row = the request. What is due lies at the beginning of the table and nothing else
/// is read, for a row goes when its time has come.
/// </summary>
internal abstract class TableExpiryStore(StorageTables tables, string name) : IExpiryStore
{
    private const int PageRows = 200;

    public async Task AddAsync(Expiry expiry, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        await table.UpsertEntityAsync(Entity.Of(expiry), TableUpdateMode.Replace, cancellationToken);
    }

    public async Task MoveAsync(Expiry expiry, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await AddAsync(expiry with { At = at }, cancellationToken);
        if (Entity.DayOf(at) != Entity.DayOf(expiry.At))
            await RemoveAsync(expiry, cancellationToken);
    }

    public async Task RemoveAsync(Expiry expiry, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        await table.DeleteEntityAsync(Entity.DayOf(expiry.At), expiry.RequestId, ETag.All, cancellationToken);
    }

    public async IAsyncEnumerable<Expiry> ReadDueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey le {Entity.DayOf(now)} and At le {now}");
        await foreach (var entity in table.QueryAsync<Entity>(filter, PageRows, cancellationToken: cancellationToken))
            yield return new(entity.ControllerDid, entity.RowKey, entity.At);
    }

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync(name, cancellationToken);

    private sealed class Entity : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }
        public string ControllerDid { get; set; } = "";
        public DateTimeOffset At { get; set; }

        public static Entity Of(Expiry expiry) => new()
        {
            PartitionKey = DayOf(expiry.At),
            RowKey = expiry.RequestId,
            ControllerDid = expiry.ControllerDid,
            At = expiry.At,
        };

        public static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
