using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Resources.Events;

namespace Dxtra.Klaviyo.Sandbox.Resources.Profiles;

/// <summary>
/// Merges a profile into another: all that the one had is the other's, whose own values win, and a <c>Merged Profile</c> event says so.
/// Klaviyo's id of the one is gone for good.
/// </summary>
internal sealed class ProfileMerge(AccountData data, ChangeJournal changes, EventImport import, IdSource ids, TimeProvider time)
{
    private const string MergedProfile = "Merged Profile";

    /// <param name="source">Who disappears.</param>
    /// <param name="survivor">Who stays.</param>
    /// <param name="lingers">The old id still answers, bare of everything, as was seen for half a minute after a merge.</param>
    public void Merge(Profile source, Profile survivor, bool lingers)
    {
        var identity = source.Attributes.DeepClone().AsObject();
        if (!lingers)
            data.Profiles.Remove(source);
        MoveGroups(source, survivor);
        MoveEmails(source, survivor);
        MoveHoldings(source, survivor);
        data.Events.Move(source.Id, survivor.Id);
        foreach (var (name, value) in identity.Where(pair => survivor.Attributes[pair.Key] is null).ToList())
            survivor.Attributes[name] = value?.DeepClone();
        survivor.Subscriptions = Union(survivor.Subscriptions, source.Subscriptions);
        var now = time.GetUtcNow();
        import.Add(survivor, import.Make(
            survivor,
            import.FindOrAddMetric(MergedProfile).Id,
            now.ToUnixTimeSeconds(),
            new JsonObject { ["Source Profile"] = source.Id },
            ids.Hex32()));
        changes.Add(Change.Merged, source.Id, survivor.Id);
        survivor.LastEvent = data.Events.OfProfile(survivor.Id)[^1].Time;
        survivor.Updated = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
    }

    private void MoveGroups(Profile source, Profile survivor)
    {
        foreach (var group in data.Lists.Concat<ProfileGroup>(data.Segments))
            group.Replace(source.Id, survivor.Id);
    }

    /// <summary>An address that does not become the survivor's own becomes a further one.</summary>
    private static void MoveEmails(Profile source, Profile survivor)
    {
        var moved = source.SecondaryEmails.Prepend(survivor.Email is null ? null : source.Email).OfType<string>();
        survivor.SecondaryEmails.AddRange(moved.Where(email => email != survivor.Email && !survivor.SecondaryEmails.Contains(email)).Distinct().ToList());
        source.SecondaryEmails.Clear();
    }

    private void MoveHoldings(Profile source, Profile survivor)
    {
        survivor.PushTokens.AddRange(source.PushTokens);
        survivor.Conversations.AddRange(source.Conversations);
        source.PushTokens.Clear();
        source.Conversations.Clear();
        Replace(data.CouponCodes, code => code.ProfileId == source.Id, code => code with { ProfileId = survivor.Id });
        Replace(data.Reviews, review => review.ProfileId == source.Id, review => review with { ProfileId = survivor.Id });
        foreach (var type in data.ObjectTypes)
            Replace(type.Records, record => record.ProfileId == source.Id, record => record with { ProfileId = survivor.Id });
    }

    private static void Replace<T>(List<T> items, Predicate<T> belongs, Func<T, T> move)
    {
        for (var i = items.FindIndex(belongs); i >= 0; i = items.FindIndex(i, belongs))
            items[i] = move(items[i]);
    }

    private static Subscriptions Union(Subscriptions survivor, Subscriptions source) => survivor with
    {
        Email = survivor.Email == Consent.Never ? source.Email : survivor.Email,
        SmsMarketing = survivor.SmsMarketing == Consent.Never ? source.SmsMarketing : survivor.SmsMarketing,
        Suppressions = [.. survivor.Suppressions, .. source.Suppressions],
        ListSuppressions = [.. survivor.ListSuppressions, .. source.ListSuppressions],
    };
}
