using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// Table <c>Requests</c>: partition = the controller's DID. Rows: <c>r|id</c> the request, <c>l|id|n</c> its n-th move,
/// <c>i|hash</c> an idempotency key. One partition, so a move and its log row are one transaction.
/// </summary>
internal sealed class TableRequestStore(StorageTables tables, TimeProvider time) : IRequestStore
{
    public async Task<ClaimResult> ClaimAsync(
        SubjectRequest request, string actor, IdempotencyClaim? idempotency, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        List<TableTransactionAction> rows =
        [
            new(TableTransactionActionType.Add, RequestRow.Of(request, moves: 1)),
            new(TableTransactionActionType.Add, RequestLogRow.Of(request, 1, new(request.CreatedAt, null, request.Status, actor))),
        ];
        if (idempotency is not null)
            rows.Add(new(TableTransactionActionType.Add, IdempotencyRow.Of(request, idempotency)));
        try
        {
            await table.SubmitTransactionAsync(rows, cancellationToken);
            return new ClaimResult.Claimed();
        }
        catch (TableTransactionFailedException exception) when (exception.Status == 409)
        {
            // Nobody else can have this id: the row is there because the SDK repeated a call whose answer was lost.
            return await FindRowAsync(table, request.ControllerDid, request.Id, cancellationToken) is not null
                ? new ClaimResult.Claimed()
                : await EarlierClaimAsync(table, request.ControllerDid, idempotency!, cancellationToken);
        }
    }

    public async Task<SubjectRequest?> FindAsync(string controller, string requestId, CancellationToken cancellationToken) =>
        (await FindRowAsync(await TableAsync(cancellationToken), controller, requestId, cancellationToken))?.ToRequest();

    public async Task<CursorPage<SubjectRequest>> ListAsync(
        string controller, RequestFilter filter, PageQuery query, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var page = await table.ReadPageAsync<RequestRow>(RequestRow.Query(controller, filter), query, cancellationToken);
        return new([.. page.Items.Select(row => row.ToRequest())], page.Next);
    }

    public async Task<IReadOnlyList<RequestLogEntry>> ReadLogAsync(
        string controller, string requestId, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var entries = new List<RequestLogEntry>();
        await foreach (var row in table.QueryAsync<RequestLogRow>(RequestLogRow.Query(controller, requestId), cancellationToken: cancellationToken))
            entries.Add(row.ToEntry());
        return entries;
    }

    public async Task<SubjectRequest> UpdateAsync(
        string controller, string requestId, string actor, Func<SubjectRequest, SubjectRequest> change, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        while (true)
        {
            var row = await FindRowAsync(table, controller, requestId, cancellationToken)
                ?? throw new InvalidOperationException($"There is no request {requestId}.");
            var before = row.ToRequest();
            var after = change(before);
            try
            {
                await table.SubmitTransactionAsync(RowsOf(row, before, after, actor), cancellationToken);
                return after;
            }
            catch (TableTransactionFailedException exception) when (exception.Status == 412)
            {
                // Another writer was faster: read again and apply the change to what is there now.
            }
        }
    }

    private List<TableTransactionAction> RowsOf(RequestRow row, SubjectRequest before, SubjectRequest after, string actor)
    {
        if (before.Status == after.Status)
            return [new(TableTransactionActionType.UpdateReplace, RequestRow.Of(after, row.Moves), row.ETag)];

        RequestTransitions.Check(before.Status, after.Status);
        var moves = row.Moves + 1;
        return
        [
            new(TableTransactionActionType.UpdateReplace, RequestRow.Of(after, moves), row.ETag),
            new(TableTransactionActionType.Add, RequestLogRow.Of(after, moves, new(time.GetUtcNow(), before.Status, after.Status, actor))),
        ];
    }

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("Requests", cancellationToken);

    private static async Task<RequestRow?> FindRowAsync(
        TableClient table, string controller, string requestId, CancellationToken cancellationToken)
    {
        var key = RequestRow.KeyOf(requestId);
        if (!TableKeys.IsValid(key))
            return null;
        var found = await table.GetEntityIfExistsAsync<RequestRow>(controller, key, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    private static async Task<ClaimResult> EarlierClaimAsync(
        TableClient table, string controller, IdempotencyClaim claim, CancellationToken cancellationToken)
    {
        var row = (await table.GetEntityAsync<IdempotencyRow>(
            controller, IdempotencyRow.KeyOf(claim), cancellationToken: cancellationToken)).Value;
        return row.BodyHash == claim.BodyHash ? new ClaimResult.Repeated(row.RequestId) : new ClaimResult.KeyReused();
    }
}
