using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Whether Klaviyo can still reach a person. It tells of nobody which campaigns and flows they are in; what it shows is whether a channel can
/// be used for them at all, and no campaign or flow sends where it cannot.
/// </summary>
internal static class ExclusionRules
{
    /// <summary>Changes of ours are confirmed where they are made; lists and tracking put nobody out of reach.</summary>
    public static bool IsAsked(ConsentChannel channel, LedgerLine line) =>
        line.State is ConsentState.Unsubscribed or ConsentState.Suppressed && line.Way != ConsentWay.Dxtra
        && channel is not (ConsentChannel.List or ConsentChannel.EmailOpenTracking or ConsentChannel.EmailClickTracking);

    /// <summary>What is seen of a profile.</summary>
    /// <param name="channel">The channel that it is about.</param>
    /// <param name="subscriptions">Consent and suppressions as Klaviyo gives them; null when the profile is gone.</param>
    public static (bool IsOut, string Seen) Look(ConsentChannel channel, ProfileSubscriptions? subscriptions)
    {
        if (subscriptions is null)
            return (true, "out of campaigns and flows: the profile is gone");
        var (canReceive, consent, reasons) = channel is ConsentChannel.EmailMarketing or ConsentChannel.EmailSuppression
            ? Email(subscriptions.Email?.Marketing)
            : Other(ChannelConsents.Find(channel, subscriptions));
        var isOut = !(canReceive ?? consent == ChannelConsents.Subscribed);
        var held = reasons.Count == 0 ? "" : $", suppressed by {string.Join(" and ", reasons)}";
        return (isOut, $"{(isOut ? "out of" : "still within reach of")} campaigns and flows: consent {consent ?? "none"}{held}");
    }

    private static (bool? CanReceive, string? Consent, IReadOnlyList<string> Reasons) Email(EmailConsent? email) =>
        (email?.CanReceiveEmailMarketing, email?.Consent, [.. (email?.Suppression ?? []).Select(one => one.Reason).OfType<string>().Distinct().Order()]);

    private static (bool? CanReceive, string? Consent, IReadOnlyList<string> Reasons) Other(ChannelConsent? consent) =>
        (consent?.CanReceive, consent?.Consent, []);
}
