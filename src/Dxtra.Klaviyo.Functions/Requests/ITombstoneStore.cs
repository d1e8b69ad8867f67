namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// The identifiers of erased people as keyed hashes, by processor. Every outward write consults it, and whatever brings news of a
/// profile is held against it.
/// </summary>
internal interface ITombstoneStore
{
    /// <summary>Adds them; one that is there already is replaced.</summary>
    Task AddAsync(string controller, string processorId, IReadOnlyList<Tombstone> tombstones, CancellationToken cancellationToken);

    /// <summary>Those of the hashes that are marked.</summary>
    Task<IReadOnlyList<Tombstone>> FindAsync(
        string controller, string processorId, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken);
}
