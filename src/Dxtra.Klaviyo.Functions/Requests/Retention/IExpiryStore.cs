namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The expiries to come, over all controllers, by their day.</summary>
internal interface IExpiryStore
{
    /// <summary>Adds it; one of the same request and day is replaced.</summary>
    Task AddAsync(Expiry expiry, CancellationToken cancellationToken);

    /// <summary>Puts it to another time.</summary>
    Task MoveAsync(Expiry expiry, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Removes it; nothing happens when it is gone.</summary>
    Task RemoveAsync(Expiry expiry, CancellationToken cancellationToken);

    /// <summary>Those whose time has come, earliest day first, read in pages.</summary>
    IAsyncEnumerable<Expiry> ReadDueAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
