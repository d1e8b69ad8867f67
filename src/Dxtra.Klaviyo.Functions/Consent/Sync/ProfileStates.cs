using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Reads what a profile says of each channel.</summary>
internal static class ProfileStates
{
    /// <summary>That a person unsubscribed is consent, wherever Klaviyo writes it: what is meant here are the other reasons.</summary>
    private const string Unsubscribe = "UNSUBSCRIBE";

    public static IEnumerable<ProfileState> Of(ProfileSubscriptions? subscriptions)
    {
        if (subscriptions is null)
            return [];
        var alike =
            from channel in ChannelConsents.Alike
            let consent = ChannelConsents.Find(channel, subscriptions)
            let state = ChannelConsents.StateOf(consent?.Consent)
            where state is not null
            select new ProfileState(channel, state.Value, consent.ConsentTimestamp, consent.LastUpdated, consent.Method);
        return subscriptions.Email?.Marketing is { } email ? Of(email).Concat(alike) : alike;
    }

    private static IEnumerable<ProfileState> Of(EmailConsent email)
    {
        if (ChannelConsents.StateOf(email.Consent) is { } state)
            yield return new(ConsentChannel.EmailMarketing, state, email.ConsentTimestamp, email.LastUpdated, email.Method);
        if (email.Suppression is not { } suppressions)
            yield break;
        var latest = suppressions.Where(one => !Unsubscribe.Equals(one.Reason, StringComparison.OrdinalIgnoreCase)).MaxBy(one => one.Timestamp);
        yield return latest is null
            ? new(ConsentChannel.EmailSuppression, ConsentState.NotSuppressed, null, email.LastUpdated, null)
            : new(ConsentChannel.EmailSuppression, ConsentState.Suppressed, latest.Timestamp, latest.Timestamp, latest.Reason);
    }
}
