namespace Microsoft.DurableTask;

/// <summary>A query's results: item by item, or page by page with tokens to go on from.</summary>
public abstract class AsyncPageable<T> : IAsyncEnumerable<T>
    where T : notnull
{
    /// <param name="continuationToken">Where to go on; null for the beginning.</param>
    /// <param name="pageSizeHint">At most so many items a page; null for the query's own size.</param>
    public abstract IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = default, int? pageSizeHint = default);

    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages().WithCancellation(cancellationToken))
        {
            foreach (var value in page.Values)
                yield return value;
        }
    }
}
