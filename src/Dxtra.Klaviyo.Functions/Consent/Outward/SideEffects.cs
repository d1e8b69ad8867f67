namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Tells the side effects of a plan, channel by channel.</summary>
internal static class SideEffects
{
    /// <summary>Spelling varies; Klaviyo's page on subscribing says SPAM_REPORT.</summary>
    private static readonly HashSet<string> Lifted = new(StringComparer.OrdinalIgnoreCase)
    {
        "UNSUBSCRIBE", "UNSUBSCRIBED", "SPAM_COMPLAINT", "SPAM_REPORT", "USER_SUPPRESSED",
    };

    public static IReadOnlyList<SideEffect> Of(OrderAtHand order, OrderedConsent channel, ConsentPlan plan)
    {
        var calls = plan.Calls.Where(call => call.Channel.Channel == channel.Channel).ToList();
        if (calls.Count == 0)
            return [];
        if (order.Order.Leaves)
            return [SideEffect.LeavesList];
        List<SideEffect> effects = [];
        if (calls.Exists(call => call.ProfileId is null))
            effects.Add(SideEffect.CreatesProfile);
        effects.AddRange(channel.IsGiving ? OfGiving(order, channel, plan) : [SideEffect.UnsubscribesEverywhere]);
        return effects;
    }

    private static IEnumerable<SideEffect> OfGiving(OrderAtHand order, OrderedConsent channel, ConsentPlan plan)
    {
        var confirmable = OrderedChannels.IsConfirmable(channel.Channel);
        if (confirmable && order.Order.ConsentedAt is null && order.List is null or { DoubleOptIn: true })
            yield return order.List is null ? SideEffect.MayAskPerson : SideEffect.AsksPerson;
        if (order.List is not null && confirmable)
            yield return SideEffect.JoinsList;
        if (channel.Channel != ConsentChannel.EmailMarketing)
            yield break;
        var reasons = plan.Profiles.SelectMany(profile => profile.Attributes.Subscriptions?.Email?.Marketing?.Suppression ?? [])
            .Select(suppression => suppression.Reason ?? "").ToList();
        if (reasons.Exists(Lifted.Contains))
            yield return SideEffect.LiftsSuppression;
        if (reasons.Exists(reason => !Lifted.Contains(reason)))
            yield return SideEffect.StaysSuppressed;
    }
}
