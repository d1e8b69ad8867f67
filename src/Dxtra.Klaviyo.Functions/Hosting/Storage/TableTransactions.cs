using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Hosting;

internal static class TableTransactions
{
    private const int MostInTransaction = 100;

    /// <summary>Rows of one partition, as many in each transaction as it takes: those of one are written together, all of them are not.</summary>
    public static async Task SubmitAllAsync(this TableClient table, IEnumerable<TableTransactionAction> rows, CancellationToken cancellationToken)
    {
        foreach (var transaction in rows.Chunk(MostInTransaction))
            await table.SubmitTransactionAsync(transaction, cancellationToken);
    }
}
