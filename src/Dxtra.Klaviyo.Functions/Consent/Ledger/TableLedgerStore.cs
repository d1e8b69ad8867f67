using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Table <c>ConsentLedger</c>: partition = controller, processor and subject; the row of what holds is changed with every line, so that two
/// writers of one history cannot pass each other. Table <c>ConsentIndex</c>: where the lines of a processor, and of each of its channels,
/// are. Table <c>ConsentOwed</c>: promises to the activity log, nearly always empty.
/// </summary>
internal sealed class TableLedgerStore(StorageTables tables) : ILedgerStore
{
    public async Task<StoredHistory> ReadAsync(LedgerKey key, CancellationToken cancellationToken)
    {
        var table = await LedgerAsync(cancellationToken);
        return HistoryOf(await table.QueryAsync<LedgerRow>(LedgerRow.OfHistory(key), cancellationToken: cancellationToken).ToListAsync(cancellationToken));
    }

    public async Task<bool> TryAddAsync(
        LedgerKey key, StoredHistory asRead, IReadOnlyList<LedgerLine> lines, ConsentHeld held, CancellationToken cancellationToken)
    {
        var table = await LedgerAsync(cancellationToken);
        var head = LedgerRow.Of(key, held);
        var move = asRead.Version is { } version
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, head, new ETag(version))
            : new TableTransactionAction(TableTransactionActionType.Add, head);
        try
        {
            await table.SubmitTransactionAsync(
                [move, .. lines.Select(line => new TableTransactionAction(TableTransactionActionType.Add, LedgerRow.Of(key, line)))], cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException exception) when (RequestClaims.IsConflict(exception))
        {
            return false;
        }
    }

    public async Task<IReadOnlyList<ConsentHeld>> ReadHeldAsync(LedgerSubject subject, bool withLists, CancellationToken cancellationToken)
    {
        var table = await LedgerAsync(cancellationToken);
        return await table.QueryAsync<LedgerRow>(LedgerRow.OfHeld(subject, withLists), cancellationToken: cancellationToken)
            .Select(row => row.ToHeld()).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<LedgerKey, StoredHistory>> ReadAllAsync(LedgerSubject subject, CancellationToken cancellationToken)
    {
        var table = await LedgerAsync(cancellationToken);
        var rows = await table.QueryAsync<LedgerRow>(LedgerRow.OfAll(subject), cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.KeyOf(subject)).ToDictionary(history => history.Key, history => HistoryOf([.. history]));
    }

    public async Task NoteAsync(string controller, string processorId, IReadOnlyCollection<LedgerPlace> places, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync("ConsentIndex", cancellationToken);
        foreach (var partition in places.Distinct().SelectMany(LedgerIndexRow.Of).GroupBy(row => row.PartitionKey))
            await table.SubmitAllAsync(partition.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
    }

    public async Task<CursorPage<LedgerPlace>> ListAsync(
        string controller, string processorId, LedgerFilter filter, PageQuery query, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync("ConsentIndex", cancellationToken);
        var page = await table.ReadPageAsync<LedgerIndexRow>(LedgerIndexRow.Query(controller, processorId, filter), query, cancellationToken);
        return new([.. page.Items.Select(row => row.ToPlace(controller, processorId))], page.Next);
    }

    public async Task PromiseAsync(string controller, string processorId, IReadOnlyCollection<OwedEntry> owed, CancellationToken cancellationToken) =>
        await (await OwedAsync(cancellationToken)).SubmitAllAsync(
            owed.Select(one => new TableTransactionAction(TableTransactionActionType.UpsertReplace, OwedRow.Of(one))), cancellationToken);

    public async Task ReleaseAsync(string controller, string processorId, IReadOnlyCollection<OwedEntry> owed, CancellationToken cancellationToken)
    {
        var table = await OwedAsync(cancellationToken);
        try
        {
            await table.SubmitAllAsync(
                owed.Select(one => new TableTransactionAction(TableTransactionActionType.Delete, OwedRow.Of(one), ETag.All)), cancellationToken);
        }
        catch (TableTransactionFailedException exception) when (exception.Status == 404)
        {
            // A sweep took some back already; one by one it does not matter which.
            foreach (var row in owed.Select(OwedRow.Of))
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
        }
    }

    public async IAsyncEnumerable<OwedEntry> ReadOwedAsync(
        string controller, string processorId, DateTimeOffset olderThan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await OwedAsync(cancellationToken);
        await foreach (var row in table.QueryAsync<OwedRow>(OwedRow.Query(controller, processorId, olderThan), cancellationToken: cancellationToken))
            yield return row.ToOwed(controller, processorId);
    }

    private static StoredHistory HistoryOf(IReadOnlyCollection<LedgerRow> rows) =>
        new([.. rows.Where(row => !row.IsHeld).Select(row => row.ToLine())], rows.FirstOrDefault(row => row.IsHeld)?.ETag.ToString());

    private Task<TableClient> LedgerAsync(CancellationToken cancellationToken) => tables.GetAsync("ConsentLedger", cancellationToken);

    private Task<TableClient> OwedAsync(CancellationToken cancellationToken) => tables.GetAsync("ConsentOwed", cancellationToken);
}
