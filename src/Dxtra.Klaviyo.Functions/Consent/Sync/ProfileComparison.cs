using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Finds what a profile says otherwise than the ledger: changes of which no event told. A profile may be read from a copy that lags behind
/// news which the ledger has already; so what gives no later time is believed only when the ledger's own word has settled.
/// </summary>
internal static class ProfileComparison
{
    public static IEnumerable<ConsentNews> Find(KlaviyoResource<ProfileAttributes> profile, IReadOnlyList<ConsentHeld> held, ComparisonTimes look) =>
        from state in ProfileStates.Of(profile.Attributes.Subscriptions)
        let known = held.FirstOrDefault(one => one.Channel == state.Channel)
        where state.State != (known?.State ?? Unspoken(state.Channel))
        let at = known is null ? state.At ?? state.MovedAt ?? profile.Attributes.Updated ?? look.ReadAt : TimeAfter(known, state, profile.Attributes.Updated, look)
        where at is not null
        let way = look.NewsSince is null || (known is null && at < look.NewsSince) ? ConsentWay.Reconciliation : ConsentWay.Sync
        select new ConsentNews($"profile:{state.Channel}:{state.State}:{at:O}", profile.Id, state.Channel, state.State, at.Value, way, state.Method);

    /// <summary>What goes without saying: nobody is written into the ledger for it.</summary>
    private static ConsentState Unspoken(ConsentChannel channel) =>
        channel == ConsentChannel.EmailSuppression ? ConsentState.NotSuppressed : ConsentState.NeverSubscribed;

    /// <summary>Null while it may be the profile that is behind.</summary>
    private static DateTimeOffset? TimeAfter(ConsentHeld known, ProfileState state, DateTimeOffset? updated, ComparisonTimes look)
    {
        var settled = known.Since + look.Skew;
        if (state.At > settled)
            return state.At;
        if (state.MovedAt > settled)
            return state.MovedAt;
        if (look.ReadAt - known.SeenAt < look.Settle || look.ReadAt <= settled)
            return null;
        return updated > settled ? updated : look.ReadAt;
    }
}
