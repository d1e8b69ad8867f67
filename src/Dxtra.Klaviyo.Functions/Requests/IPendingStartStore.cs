namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The starts that were promised and are not yet known to have happened, over all controllers.</summary>
internal interface IPendingStartStore
{
    /// <summary>Adds it; an earlier promise of the same instance is replaced.</summary>
    Task AddAsync(PendingStart start, CancellationToken cancellationToken);

    /// <summary>Removes it; nothing happens when it is gone.</summary>
    Task RemoveAsync(PendingStart start, CancellationToken cancellationToken);

    IAsyncEnumerable<PendingStart> ReadOlderThanAsync(DateTimeOffset time, CancellationToken cancellationToken);
}
