using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Client;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>
/// The books of all accounts in one table: a partition for each account, a row for each bucket, changed under its ETag. When the table
/// cannot be reached, an instance goes on with a small part of the budget, which is safe for a few instances.
/// </summary>
internal sealed partial class TableQuotaLeases(StorageTables tables, TimeProvider time, ILogger<TableQuotaLeases> logger) : IQuotaLeases
{
    public const string TableName = "QuotaLeases";

    /// <summary>The part that is used without the table.</summary>
    private const int AloneParts = 8;

    private const int Attempts = 8;
    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(30);

    private readonly string _holder = Guid.NewGuid().ToString("n");
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Account, string Bucket), QuotaBook> _alone = [];
    private long _failedAt = long.MinValue;

    public async Task<QuotaLease> LeaseAsync(QuotaLeaseRequest request, CancellationToken cancellationToken)
    {
        var failedAt = Interlocked.Read(ref _failedAt);
        if (failedAt != long.MinValue && time.GetElapsedTime(failedAt) < BeforeTryingAgain)
            return LeaseAlone(request);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(LongestAttempt);
            var lease = await LeaseTogetherAsync(request, limit.Token);
            if (Interlocked.Exchange(ref _failedAt, long.MinValue) != long.MinValue)
                Log.Together(logger);
            return lease;
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException or OperationCanceledException or JsonException)
        {
            if (Interlocked.Exchange(ref _failedAt, time.GetTimestamp()) == long.MinValue)
                Log.Alone(logger, AloneParts, fault);
            return LeaseAlone(request);
        }
    }

    private async Task<QuotaLease> LeaseTogetherAsync(QuotaLeaseRequest request, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(TableName, cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var found = await table.GetEntityIfExistsAsync<Row>(request.Account, request.Bucket, cancellationToken: cancellationToken);
            var row = found.HasValue ? found.Value! : new Row { PartitionKey = request.Account, RowKey = request.Bucket };
            var (after, lease) = row.Book().Lease(_holder, request, time.GetUtcNow());
            row.Grants = JsonSerializer.Serialize(after.Grants);
            try
            {
                await (found.HasValue
                    ? table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken)
                    : table.AddEntityAsync(row, cancellationToken));
                return lease;
            }
            catch (RequestFailedException conflict) when (conflict.Status is 409 or 412)
            {
                // Another instance was quicker.
            }
        }

        return new(0, 0, BusyPause * (1 + Random.Shared.NextDouble()));
    }

    private QuotaLease LeaseAlone(QuotaLeaseRequest request)
    {
        var part = request with { Budget = [.. request.Budget.Select(limit => limit with { Calls = Math.Max(1, limit.Calls / AloneParts) })] };
        lock (_gate)
        {
            var book = _alone.GetValueOrDefault((request.Account, request.Bucket)) ?? new([]);
            (_alone[(request.Account, request.Bucket)], var lease) = book.Lease(_holder, part, time.GetUtcNow());
            return lease;
        }
    }

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";
        public string RowKey { get; set; } = "";
        public DateTimeOffset? Timestamp { get; set; }
        public ETag ETag { get; set; }

        /// <summary>JSON of <see cref="QuotaGrant"/>s: some dozens at most, each weighs for a minute or so.</summary>
        public string Grants { get; set; } = "[]";

        public QuotaBook Book() => new(JsonSerializer.Deserialize<List<QuotaGrant>>(Grants) ?? []);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The table of quota leases cannot be reached; until it can, one {Parts}th of Klaviyo's limits is used")]
        public static partial void Alone(ILogger logger, int parts, Exception fault);

        [LoggerMessage(2, LogLevel.Information, "The table of quota leases is reached again")]
        public static partial void Together(ILogger logger);
    }
}
