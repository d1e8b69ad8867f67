namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What the ledger is told of an order that came into effect, or waits for the person.</summary>
internal static class OrderNews
{
    private const string Method = "API";

    /// <param name="order">The order.</param>
    /// <param name="channel">One of its channels, settled.</param>
    /// <param name="profiles">The profiles as they were seen.</param>
    /// <param name="now">For what Klaviyo names no time.</param>
    public static IEnumerable<ConsentNews> Of(ConsentOrder order, OrderedConsent channel, IEnumerable<PersonProfile> profiles, DateTimeOffset now)
    {
        foreach (var profile in profiles)
        {
            if (!order.Leaves)
                yield return News(order, profile, channel.Channel, StateOf(channel), EffectiveAt(channel, profile, now));
            if (order.ListId is not null)
                yield return News(order, profile, ConsentChannel.List, StateOf(channel), now);
        }
    }

    private static ConsentState StateOf(OrderedConsent channel) =>
        channel.Outcome == ConsentOutcome.PendingConfirmation ? ConsentState.PendingConfirmation : channel.Wanted;

    private static DateTimeOffset EffectiveAt(OrderedConsent channel, PersonProfile profile, DateTimeOffset now) =>
        channel.Outcome == ConsentOutcome.Confirmed
        && profile.Held(channel.Channel) is var held
        && (held.Since ?? held.Updated) is { } at
        && at < now
            ? at
            : now;

    private static ConsentNews News(ConsentOrder order, PersonProfile profile, ConsentChannel channel, ConsentState state, DateTimeOffset at) =>
        new($"order:{order.Id}:{channel}", profile.Identity.Id, channel, state, at, ConsentWay.Dxtra, Method, order.ListId);
}
