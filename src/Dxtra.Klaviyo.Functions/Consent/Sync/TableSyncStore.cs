using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Table <c>ConsentSync</c>: partition = controller and processor. Rows: <c>state</c>, <c>c|id</c> a cycle (newest first), <c>i|hash</c> an
/// idempotency key.
/// </summary>
internal sealed class TableSyncStore(StorageTables tables) : ISyncStore
{
    private const string State = "state";
    private const string Json = "Json";

    public async Task<SyncState> ReadAsync(string controller, string processorId, CancellationToken cancellationToken) =>
        Read<SyncState>(await FindRowAsync(controller, processorId, State, cancellationToken)) ?? SyncState.Empty;

    public async Task<SyncState> UpdateAsync(
        string controller, string processorId, Func<SyncState, SyncState> change, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        while (true)
        {
            var row = await FindRowAsync(controller, processorId, State, cancellationToken);
            var changed = change(Read<SyncState>(row) ?? SyncState.Empty);
            var written = RowOf(controller, processorId, State, changed);
            try
            {
                if (row is null)
                    await table.AddEntityAsync(written, cancellationToken);
                else
                    await table.UpdateEntityAsync(written, row.ETag, TableUpdateMode.Replace, cancellationToken);
                return changed;
            }
            catch (RequestFailedException exception) when (exception.Status is 409 or 412)
            {
                // Another writer was faster: read again and apply the change to what is there now.
            }
        }
    }

    public async Task<ClaimResult?> AddAsync(
        string controller, string processorId, SyncCycle cycle, IdempotencyClaim? idempotency, CancellationToken cancellationToken)
    {
        var (table, partition) = (await TableAsync(cancellationToken), PartitionOf(controller, processorId));
        if (await IdempotencyRow.EarlierAsync(table, partition, idempotency, cancellationToken) is { } earlier)
            return earlier;
        List<TableTransactionAction> rows = [new(TableTransactionActionType.UpsertReplace, RowOf(controller, processorId, KeyOf(cycle.Id), cycle))];
        if (idempotency is not null)
            rows.Add(new(TableTransactionActionType.Add, IdempotencyRow.Of(partition, cycle.Id, idempotency)));
        try
        {
            await table.SubmitTransactionAsync(rows, cancellationToken);
            return null;
        }
        catch (TableTransactionFailedException exception) when (RequestClaims.IsConflict(exception))
        {
            var taken = await IdempotencyRow.EarlierAsync(table, partition, idempotency, cancellationToken);
            // Ours: the row is there because a call whose answer was lost was repeated.
            return taken is ClaimResult.Repeated { RequestId: var id } && id == cycle.Id ? null : taken;
        }
    }

    public async Task<SyncCycle?> FindAsync(string controller, string processorId, string cycleId, CancellationToken cancellationToken) =>
        TableKeys.IsValid(cycleId) ? Read<SyncCycle>(await FindRowAsync(controller, processorId, KeyOf(cycleId), cancellationToken)) : null;

    public async Task WriteAsync(string controller, string processorId, SyncCycle cycle, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        await table.UpsertEntityAsync(RowOf(controller, processorId, KeyOf(cycle.Id), cycle), TableUpdateMode.Replace, cancellationToken);
    }

    private async Task<TableEntity?> FindRowAsync(string controller, string processorId, string key, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(controller, processorId), key, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    private static T? Read<T>(TableEntity? row) where T : class =>
        row is null ? null : JsonSerializer.Deserialize<T>(row.GetString(Json), Hosting.Json.Options);

    private static TableEntity RowOf<T>(string controller, string processorId, string key, T value) =>
        new(PartitionOf(controller, processorId), key) { [Json] = JsonSerializer.Serialize(value, Hosting.Json.Options) };

    private static string PartitionOf(string controller, string processorId) => $"{controller}|{processorId}";

    private static string KeyOf(string cycleId) => $"c|{cycleId}";

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("ConsentSync", cancellationToken);
}
