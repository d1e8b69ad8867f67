namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The expiries to come, over all controllers, by their day.</summary>
internal interface IExportExpiryStore
{
    /// <summary>Adds it; one of the same request and day is replaced.</summary>
    Task AddAsync(ExportExpiry expiry, CancellationToken cancellationToken);

    /// <summary>Puts it to another time.</summary>
    Task MoveAsync(ExportExpiry expiry, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Removes it; nothing happens when it is gone.</summary>
    Task RemoveAsync(ExportExpiry expiry, CancellationToken cancellationToken);

    /// <summary>Those whose time has come, earliest day first, read in pages.</summary>
    IAsyncEnumerable<ExportExpiry> ReadDueAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
