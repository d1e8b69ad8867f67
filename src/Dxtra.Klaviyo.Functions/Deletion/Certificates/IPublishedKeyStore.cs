namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The public keys of the installation. None is ever taken away.</summary>
internal interface IPublishedKeyStore
{
    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<PublishedKey>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Does nothing when there is a key of that generation.</summary>
    Task AddAsync(PublishedKey key, CancellationToken cancellationToken);
}
