using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// Table <c>Requests</c>: partition = the controller's DID. Rows: <c>r|id</c> the request, <c>l|id|n</c> its n-th move,
/// <c>i|hash</c> an idempotency key, <c>s|kind|processor|subject</c> the request that is under way for a subject. One partition, so
/// what belongs together is one transaction.
/// </summary>
internal sealed class TableRequestStore(StorageTables tables, TimeProvider time) : IRequestStore
{
    public async Task<ClaimResult> ClaimAsync(
        SubjectRequest request, string actor, IdempotencyClaim? idempotency, CancellationToken cancellationToken) =>
        await RequestClaims.ClaimAsync(await TableAsync(cancellationToken), request, actor, idempotency, cancellationToken);

    public async Task<SubjectRequest?> FindAsync(string controller, string requestId, CancellationToken cancellationToken) =>
        (await RequestRow.FindAsync(await TableAsync(cancellationToken), controller, requestId, cancellationToken))?.ToRequest();

    public async Task<CursorPage<SubjectRequest>> ListAsync(
        string controller, RequestFilter filter, PageQuery query, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var page = await table.ReadPageAsync<RequestRow>(RequestRow.Query(controller, filter), query, cancellationToken);
        return new([.. page.Items.Select(row => row.ToRequest())], page.Next);
    }

    public async Task<IReadOnlyDictionary<string, RequestStatus>> StatusesAsync(string controller, string batchId, CancellationToken cancellationToken)
    {
        var table = await TableAsync(cancellationToken);
        var statuses = new Dictionary<string, RequestStatus>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync<RequestRow>(RequestRow.Query(controller, batchId), select: RequestRow.StatusColumns, cancellationToken: cancellationToken))
            statuses[row.RequestId] = Enum.Parse<RequestStatus>(row.Status);
        return statuses;
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
            var row = await RequestRow.FindAsync(table, controller, requestId, cancellationToken)
                ?? throw new InvalidOperationException($"There is no request {requestId}.");
            var before = row.ToRequest();
            var after = change(before);
            try
            {
                var claim = await RequestClaims.MoveAsync(table, before, after, cancellationToken);
                await table.SubmitTransactionAsync([.. RowsOf(row, before, after, actor), .. claim], cancellationToken);
                return after;
            }
            catch (TableTransactionFailedException exception) when (RequestClaims.IsConflict(exception))
            {
                // Another writer was faster: read again and apply the change to what is there now.
            }
        }
    }

    private List<TableTransactionAction> RowsOf(RequestRow row, SubjectRequest before, SubjectRequest after, string actor)
    {
        if (before.Status == after.Status && before.DueAt == after.DueAt)
            return [new(TableTransactionActionType.UpdateReplace, RequestRow.Of(after, row.Moves), row.ETag)];

        if (before.Status != after.Status)
            RequestTransitions.Check(before.Status, after.Status);
        var moves = row.Moves + 1;
        var entry = new RequestLogEntry(time.GetUtcNow(), before.Status, after.Status, actor, before.DueAt == after.DueAt ? null : after.DueAt);
        return
        [
            new(TableTransactionActionType.UpdateReplace, RequestRow.Of(after, moves), row.ETag),
            new(TableTransactionActionType.Add, RequestLogRow.Of(after, moves, entry)),
        ];
    }

    private Task<TableClient> TableAsync(CancellationToken cancellationToken) => tables.GetAsync("Requests", cancellationToken);
}
