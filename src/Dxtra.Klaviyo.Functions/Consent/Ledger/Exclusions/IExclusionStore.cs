namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Who is yet to be seen out of reach, by processor. Nearly always nobody.</summary>
internal interface IExclusionStore
{
    /// <summary>Adds it; an earlier one of the same person and channel is replaced.</summary>
    Task AddAsync(PendingExclusion pending, CancellationToken cancellationToken);

    IAsyncEnumerable<PendingExclusion> ReadAsync(string controller, string processorId, CancellationToken cancellationToken);

    Task<IReadOnlyList<PendingExclusion>> FindAsync(LedgerSubject subject, CancellationToken cancellationToken);

    /// <summary>Removes it; nothing happens when it is gone.</summary>
    Task RemoveAsync(PendingExclusion pending, CancellationToken cancellationToken);
}
