using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What Klaviyo holds of a person's consent now.</summary>
/// <param name="SubjectKey">For <c>GET P/consent?subjectKey=</c>.</param>
/// <param name="Profiles">Every profile that the identifiers lead to; none when Klaviyo knows nobody.</param>
internal sealed record ConsentNowView(string SubjectKey, IReadOnlyList<ConsentNowView.ProfileView> Profiles)
{
    public static ConsentNowView Of(string subjectKey, PersonNow person) => new(subjectKey, [.. person.Profiles.Select(Of)]);

    private static ProfileView Of(PersonProfile profile)
    {
        var email = profile.Attributes.Subscriptions?.Email?.Marketing;
        return new(
            profile.Identity.Id,
            SubjectMask.Of(new(profile.Identity.Email, profile.Identity.Phone, profile.Identity.ExternalId, profile.Identity.Id)),
            [.. OrderedChannels.All.Select(channel => (Channel: channel, Held: profile.Held(channel))).Where(one => one.Held.State is not null)
                .Select(one => new ChannelView(one.Channel, one.Held.State!, one.Held.Since, one.Held.Method))],
            [.. (email?.Suppression ?? []).Concat(email?.ListSuppressions ?? []).Select(one => new SuppressionView(one.Reason, one.Timestamp, one.ListId))]);
    }

    internal sealed record ProfileView(
        string ProfileId, string Masked, IReadOnlyList<ChannelView> Channels, IReadOnlyList<SuppressionView> Suppressions);

    /// <param name="Channel">The channel.</param>
    /// <param name="State">Klaviyo's word: <c>SUBSCRIBED</c>, <c>UNSUBSCRIBED</c>, <c>NEVER_SUBSCRIBED</c>.</param>
    /// <param name="Since">When consent was given or taken back.</param>
    /// <param name="Method">Klaviyo's word for how.</param>
    internal sealed record ChannelView(ConsentChannel Channel, string State, DateTimeOffset? Since, string? Method);

    /// <param name="Reason">Klaviyo's word.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="ListId">The list that it is about; null for all mail.</param>
    internal sealed record SuppressionView(string? Reason, DateTimeOffset? Since, string? ListId);
}
