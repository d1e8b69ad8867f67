using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Table <c>ConsentOrders</c>: partition = the controller's DID. Rows: <c>o|id</c> the order, <c>i|hash</c> an idempotency key; and by id
/// alone <c>w|processor|id</c> one that waits, <c>b|batch|id</c> one that a batch has, <c>k|processor|subject|id</c> one about a person.
/// </summary>
internal sealed class TableConsentOrderStore(StorageTables tables) : IConsentOrderStore
{
    private const int AtATime = 16;

    public async Task<ClaimResult> AddAsync(ConsentOrder order, IdempotencyClaim? idempotency, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var (controller, id) = (order.ControllerDid, order.Id);
        List<TableTransactionAction> rows =
        [
            new(TableTransactionActionType.Add, ConsentOrderRow.Of(order)),
            new(TableTransactionActionType.Add, ConsentOrderRow.Pointer(controller, ConsentOrderRow.Waiting(order.ProcessorId), id)),
            new(TableTransactionActionType.Add, ConsentOrderRow.Pointer(controller, ConsentOrderRow.Subject(order.ProcessorId, order.SubjectKey), id)),
        ];
        if (idempotency is not null)
            rows.Add(new(TableTransactionActionType.Add, IdempotencyRow.Of(controller, id, idempotency)));
        try
        {
            await table.SubmitTransactionAsync(rows, cancellationToken);
            return new ClaimResult.Claimed();
        }
        catch (TableTransactionFailedException exception) when (exception.Status == 409)
        {
            // Nobody else can have this id: the rows are there because a call whose answer was lost was repeated.
            return await FindAsync(controller, id, cancellationToken) is not null
                ? new ClaimResult.Claimed()
                : await IdempotencyRow.EarlierAsync(table, controller, idempotency, cancellationToken) ?? new ClaimResult.Claimed();
        }
    }

    public async Task<ConsentOrder?> FindAsync(string controller, string id, CancellationToken cancellationToken) =>
        (await ConsentOrderRow.FindAsync(await TableAsync(cancellationToken), controller, id, cancellationToken))?.ToOrder();

    public async Task<CursorPage<ConsentOrder>> ListAsync(
        string controller, string processorId, string subjectKey, PageQuery query, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var filter = ConsentOrderRow.Query(controller, ConsentOrderRow.Subject(processorId, subjectKey));
        var page = await table.ReadPageAsync<ConsentOrderRow>(filter, query, cancellationToken);
        return new(await LoadAsync(controller, page.Items, cancellationToken), page.Next);
    }

    public async Task<IReadOnlyList<ConsentOrder>> FindNewerAsync(ConsentOrder order, CancellationToken cancellationToken)
    {
        var prefix = ConsentOrderRow.Subject(order.ProcessorId, order.SubjectKey);
        return await LoadAsync(order.ControllerDid, await ReadAsync(order.ControllerDid, prefix, cancellationToken, before: order.Id), cancellationToken);
    }

    public async Task<IReadOnlyList<string>> ClaimAsync(
        string controller, string processorId, string id, int most, CancellationToken cancellationToken)
    {
        if (!await ClaimOneAsync(controller, processorId, id, id, cancellationToken))
            return [];
        var waiting = await ReadAsync(controller, ConsentOrderRow.Waiting(processorId), cancellationToken, most: most - 1);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(waiting, options, async (row, token) => await ClaimOneAsync(controller, processorId, row.OrderId, id, token));
        return [.. (await ReadAsync(controller, ConsentOrderRow.Batch(id), cancellationToken)).Select(row => row.OrderId)];
    }

    public async Task<ConsentOrder> UpdateAsync(
        string controller, string id, Func<ConsentOrder, ConsentOrder> change, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        while (true)
        {
            var row = await ConsentOrderRow.FindAsync(table, controller, id, cancellationToken)
                ?? throw new InvalidOperationException($"There is no consent order {id}.");
            var after = change(row.ToOrder());
            try
            {
                await table.UpdateEntityAsync(ConsentOrderRow.Of(after), row.ETag, TableUpdateMode.Replace, cancellationToken);
                return after;
            }
            catch (RequestFailedException exception) when (exception.Status == 412)
            {
                // Another writer was faster: read again and apply the change to what is there now.
            }
        }
    }

    /// <returns>Whether the batch has it.</returns>
    private async Task<bool> ClaimOneAsync(string controller, string processorId, string id, string batchId, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        while (true)
        {
            var row = await ConsentOrderRow.FindAsync(table, controller, id, cancellationToken)
                ?? throw new InvalidOperationException($"There is no consent order {id}.");
            if (row.ToOrder() is not { BatchId: null } order)
                return row.ToOrder().BatchId == batchId;
            try
            {
                await table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.UpdateReplace, ConsentOrderRow.Of(order with { BatchId = batchId }), row.ETag),
                    new(TableTransactionActionType.Delete, ConsentOrderRow.Pointer(controller, ConsentOrderRow.Waiting(processorId), id), ETag.All),
                    new(TableTransactionActionType.Add, ConsentOrderRow.Pointer(controller, ConsentOrderRow.Batch(batchId), id)),
                ], cancellationToken);
            }
            catch (TableTransactionFailedException exception) when (exception.Status is 404 or 409 or 412)
            {
                // Another batch was faster: the next look tells.
            }
        }
    }

    private async Task<List<ConsentOrderRow>> ReadAsync(
        string controller, string prefix, CancellationToken cancellationToken, string? before = null, int most = int.MaxValue)
    {
        var table = await TableAsync(cancellationToken);
        return await table.QueryAsync<ConsentOrderRow>(ConsentOrderRow.Query(controller, prefix, before), cancellationToken: cancellationToken)
            .Take(most).ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<ConsentOrder>> LoadAsync(
        string controller, IReadOnlyList<ConsentOrderRow> pointers, CancellationToken cancellationToken)
    {
        List<ConsentOrder> orders = [];
        foreach (var pointer in pointers)
        {
            if (await FindAsync(controller, pointer.OrderId, cancellationToken) is { } order)
                orders.Add(order);
        }

        return orders;
    }

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("ConsentOrders", cancellationToken);
}
