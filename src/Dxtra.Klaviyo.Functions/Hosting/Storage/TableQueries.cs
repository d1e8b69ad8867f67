using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Hosting;

internal static class TableQueries
{
    /// <summary>One page of a query, and the cursor of the next.</summary>
    public static async Task<CursorPage<T>> ReadPageAsync<T>(
        this TableClient table, string filter, PageQuery query, CancellationToken cancellationToken) where T : class, ITableEntity
    {
        var pages = table.QueryAsync<T>(filter, query.Limit, cancellationToken: cancellationToken);
        await foreach (var page in pages.AsPages(query.ContinuationToken, query.Limit))
            return new(page.Values, Cursor.Encode(page.ContinuationToken));
        return new([], null);
    }
}
