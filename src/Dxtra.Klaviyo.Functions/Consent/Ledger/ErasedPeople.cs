using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Keeps news of erased people out of the ledger: it goes to the watch for people who come back.</summary>
internal sealed class ErasedPeople(ITombstoneStore tombstones, IdentifierHashes hashes, ReappearanceWatch watch)
{
    /// <returns>The ids of profiles that were erased.</returns>
    public async Task<IReadOnlySet<string>> SeeAsync(
        string controller, string processorId, IReadOnlyCollection<ConsentNews> news, CancellationToken cancellationToken)
    {
        var hashOf = await hashes.OfProfileIdsAsync(controller, cancellationToken);
        var byHash = news.Select(one => one.ProfileId).Distinct(StringComparer.Ordinal).ToDictionary(hashOf);
        var marked = await tombstones.FindAsync(controller, processorId, [.. byHash.Keys], cancellationToken);
        var erased = marked.Select(stone => byHash[stone.Hash]).ToHashSet(StringComparer.Ordinal);
        foreach (var way in news.Where(one => erased.Contains(one.ProfileId)).GroupBy(one => one.Way))
        {
            var seen = way.Select(one => one.ProfileId).Distinct(StringComparer.Ordinal).Select(id => new ProfileIdentity(id, null, null, null));
            await watch.SeeAsync(controller, processorId, [.. seen], SeenBy(way.Key), cancellationToken);
        }

        return erased;
    }

    private static string SeenBy(ConsentWay way) => way switch
    {
        ConsentWay.Webhook or ConsentWay.FlowWebhook => "webhook",
        ConsentWay.Dxtra => "confirmation",
        _ => "sync",
    };
}
