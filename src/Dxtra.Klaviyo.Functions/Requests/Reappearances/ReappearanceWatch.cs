namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// Holds what brings news of profiles against the tombstones of erased people. A profile that is there after its person's deletion was
/// confirmed is a reappearance, whenever it was made; what a deletion under way sees is its own affair. Asking Klaviyo what brought the
/// person back is durable work: here it is only promised.
/// </summary>
internal sealed class ReappearanceWatch(
    ITombstoneStore tombstones, IdentifierHashes hashes, IRequestStore requests, SightingVault sightings, IPendingStartStore pending, TimeProvider time)
{
    /// <param name="controller">Whose account it is.</param>
    /// <param name="processorId">The account.</param>
    /// <param name="identities">The profiles that were seen.</param>
    /// <param name="seenBy">What brought the news, see <see cref="Reappearance.SeenBy"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SeeAsync(
        string controller, string processorId, IReadOnlyCollection<ProfileIdentity> identities, string seenBy, CancellationToken cancellationToken)
    {
        var byHash = await HashAsync(controller, identities, cancellationToken);
        if (byHash.Count == 0)
            return;
        var marked = await tombstones.FindAsync(controller, processorId, [.. byHash.Select(pair => pair.Hash).Distinct()], cancellationToken);
        var hits = from stone in marked
                   from pair in byHash.Where(pair => pair.Hash == stone.Hash)
                   group stone by (stone.RequestId, pair.Profile.Id, pair.ProfileKey);
        foreach (var hit in hits)
        {
            if (await requests.FindAsync(controller, hit.Key.RequestId, cancellationToken) is not { } request || !Reappeared.Is(request, hit.Key.ProfileKey))
                continue;
            var comeback = new Comeback(
                request.Id, request.Run, hit.Key.Id, hit.Key.ProfileKey, time.GetUtcNow(), seenBy, [.. hit.Select(stone => stone.Identifier).Distinct().Order()]);
            await PromiseAsync(new(controller, processorId, comeback.Id), comeback, cancellationToken);
        }
    }

    /// <summary>The promise first: a crash before the comeback is kept leaves one that is dropped, and the next news brings both.</summary>
    private async Task PromiseAsync(RequestWork work, Comeback comeback, CancellationToken cancellationToken)
    {
        if (await sightings.IsDoneAsync(work, cancellationToken))
            return;
        await pending.AddAsync(new(work, nameof(ReappearanceOrchestrator), comeback.At), cancellationToken);
        await sightings.KeepAsync(work, comeback, cancellationToken);
    }

    private async Task<List<SeenHash>> HashAsync(string controller, IReadOnlyCollection<ProfileIdentity> identities, CancellationToken cancellationToken)
    {
        var seen = new List<SeenHash>();
        foreach (var identity in identities)
        {
            var all = await hashes.OfAsync(controller, identity, cancellationToken);
            var profileKey = all.Single(one => one.Identifier == "profileId").Hash;
            seen.AddRange(all.Select(one => new SeenHash(one.Hash, identity, profileKey)));
        }

        return seen;
    }

    private sealed record SeenHash(string Hash, ProfileIdentity Profile, string ProfileKey);
}
