namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The erasure ledger: written before and after each destructive call and at each re-read, never changed, kept for good.</summary>
internal interface IErasureLedger
{
    /// <returns>False when this very line is there already: what it says happened before.</returns>
    Task<bool> AddAsync(string controller, LedgerEntry entry, CancellationToken cancellationToken);

    /// <summary>A repeat changes nothing.</summary>
    Task AddAsync(string controller, Sighting sighting, CancellationToken cancellationToken);

    /// <summary>The lines of a request in the order of their time.</summary>
    Task<IReadOnlyList<LedgerEntry>> ReadAsync(string controller, string requestId, CancellationToken cancellationToken);

    /// <summary>The re-reads of a request in the order of their time.</summary>
    Task<IReadOnlyList<Sighting>> ReadSightingsAsync(string controller, string requestId, CancellationToken cancellationToken);
}
