using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Table <c>Batches</c>: partition = the controller's DID. Rows: <c>b|id</c> the batch, <c>l|id|n</c> its lines, <c>i|hash</c> an
/// idempotency key. The lines come first, the batch and its key last and together: until then there is no batch.
/// </summary>
internal sealed class TableBatchStore(StorageTables tables, TimeProvider time) : IBatchStore
{
    private static readonly string[] StatusColumn = [nameof(BatchLineRow.Status)];

    public async Task<ClaimResult> ClaimAsync(
        AccessBatch batch, IReadOnlyList<StoredLine> lines, IdempotencyClaim? idempotency, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        if (await IdempotencyRow.EarlierAsync(table, batch.ControllerDid, idempotency, cancellationToken) is { } earlier)
            return earlier;
        await table.SubmitAllAsync(lines.Select(line => new TableTransactionAction(TableTransactionActionType.UpsertReplace, BatchLineRow.Of(batch.ControllerDid, batch.Id, line))), cancellationToken);
        List<TableTransactionAction> rows = [new(TableTransactionActionType.Add, BatchRow.Of(batch))];
        if (idempotency is not null)
            rows.Add(new(TableTransactionActionType.Add, IdempotencyRow.Of(batch.ControllerDid, batch.Id, idempotency)));
        try
        {
            await table.SubmitTransactionAsync(rows, cancellationToken);
            return new ClaimResult.Claimed();
        }
        catch (TableTransactionFailedException exception) when (exception.Status == 409)
        {
            // The row is there because the SDK repeated a call whose answer was lost; or another call with this key was faster.
            if (await FindAsync(batch.ControllerDid, batch.Id, cancellationToken) is not null)
                return new ClaimResult.Claimed();
            await RemoveLinesAsync(table, batch.ControllerDid, batch.Id, cancellationToken);
            return await IdempotencyRow.EarlierAsync(table, batch.ControllerDid, idempotency, cancellationToken)
                ?? throw new InvalidOperationException($"The batch {batch.Id} took so long to store that it was given up.");
        }
    }

    public async Task<AccessBatch?> FindAsync(string controller, string batchId, CancellationToken cancellationToken)
    {
        if (!TableKeys.IsValid(BatchRow.KeyOf(batchId)))
            return null;
        var table = await TableAsync(cancellationToken);
        var found = await table.GetEntityIfExistsAsync<BatchRow>(controller, BatchRow.KeyOf(batchId), cancellationToken: cancellationToken);
        return found.HasValue ? found.Value!.ToBatch() : null;
    }

    public async Task<CursorPage<BatchLine>> ListAsync(
        string controller, string batchId, BatchLineStatus? status, PageQuery query, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var page = await table.ReadPageAsync<BatchLineRow>(BatchLineRow.Query(controller, batchId, status), query, cancellationToken);
        return new([.. page.Items.Select(row => row.ToLine())], page.Next);
    }

    public async Task<IReadOnlyDictionary<BatchLineStatus, int>> CountAsync(string controller, string batchId, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var counts = Enum.GetValues<BatchLineStatus>().ToDictionary(status => status, _ => 0);
        await foreach (var row in table.QueryAsync<BatchLineRow>(BatchLineRow.Query(controller, batchId), select: StatusColumn, cancellationToken: cancellationToken))
            counts[Enum.Parse<BatchLineStatus>(row.Status)]++;
        return counts;
    }

    public async Task<IReadOnlyList<StoredLine>> ReadChunkAsync(string controller, string batchId, int chunk, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        return await table.QueryAsync<BatchLineRow>(BatchLineRow.OfChunk(controller, batchId, chunk), cancellationToken: cancellationToken)
            .Select(row => row.ToStored()).ToListAsync(cancellationToken);
    }

    public async Task ForgetAsync(string controller, string batchId, IReadOnlyList<StoredLine> lines, CancellationToken cancellationToken)
    {
        var rows = lines.Select(line => BatchLineRow.Of(controller, batchId, line with { Request = null }));
        await (await TableAsync(cancellationToken)).SubmitAllAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, ETag.All)), cancellationToken);
    }

    public async Task RedirectAsync(string controller, string batchId, string requestId, string otherId, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var rows = await table.QueryAsync<BatchLineRow>(BatchLineRow.OfRequest(controller, batchId, requestId), cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        foreach (var row in rows)
            (row.Status, row.RequestId, row.Request, row.Chunk) = (nameof(BatchLineStatus.Duplicate), otherId, null, null);
        await table.SubmitAllAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, row.ETag)), cancellationToken);
    }

    public async Task<bool> AbandonAsync(string controller, string batchId, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        try
        {
            await table.AddEntityAsync(BatchRow.Abandoned(controller, batchId, time.GetUtcNow()), cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            if (await FindAsync(controller, batchId, cancellationToken) is not null)
                return false;
        }

        await RemoveLinesAsync(table, controller, batchId, cancellationToken);
        return true;
    }

    private static async Task RemoveLinesAsync(TableClient table, string controller, string batchId, CancellationToken cancellationToken)
    {
        var rows = await table.QueryAsync<BatchLineRow>(BatchLineRow.Query(controller, batchId), select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken)
            .ToListAsync(cancellationToken);
        await table.SubmitAllAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellationToken);
    }

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("Batches", cancellationToken);
}
