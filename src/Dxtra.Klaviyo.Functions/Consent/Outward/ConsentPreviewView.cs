using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What setting consent would do now.</summary>
internal sealed record ConsentPreviewView(
    IReadOnlyList<ConsentPreviewView.ProfileView> Profiles, IReadOnlyList<ConsentPreviewView.ChannelView> Channels, string? ListId)
{
    public static ConsentPreviewView Of(OrderAtHand order)
    {
        var plan = order.Plan();
        return new(
            [.. plan.Profiles.Select(profile => new ProfileView(
                profile.Identity.Id,
                SubjectMask.Of(new(profile.Identity.Email, profile.Identity.Phone, profile.Identity.ExternalId, profile.Identity.Id))))],
            [.. plan.Channels.Select(channel => new ChannelView(
                channel.Channel, channel.Wanted, Now(plan, channel), channel.Outcome, channel.Reason, SideEffects.Of(order, channel, plan)))],
            order.Order.ListId);
    }

    private static IReadOnlyList<string> Now(ConsentPlan plan, OrderedConsent channel) =>
        [.. plan.Profiles.Select(profile => profile.Held(channel.Channel).State).OfType<string>().Distinct()];

    internal sealed record ProfileView(string ProfileId, string Masked);

    /// <param name="Channel">The channel.</param>
    /// <param name="Wanted">What is asked.</param>
    /// <param name="Now">Klaviyo's words for what holds now, over all profiles.</param>
    /// <param name="Outcome">When nothing would be sent: what would come of it at once.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="SideEffects">When something would be sent: what else it would do.</param>
    internal sealed record ChannelView(
        ConsentChannel Channel,
        ConsentState Wanted,
        IReadOnlyList<string> Now,
        ConsentOutcome? Outcome,
        ConsentReason? Reason,
        IReadOnlyList<SideEffect> SideEffects);
}
