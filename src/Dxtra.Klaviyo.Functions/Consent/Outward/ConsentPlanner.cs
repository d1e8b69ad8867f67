using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Decides what to send for an order. Consent goes by address or number, which reaches everybody who has it and makes a person who is not
/// there: so it goes to profiles that are there, under the very spelling that they have, and to nobody that is not meant.
/// </summary>
internal static class ConsentPlanner
{
    /// <param name="order">What is wanted; only what is open is planned.</param>
    /// <param name="person">Whom it is about.</param>
    /// <param name="list">The order's list; null when it names none.</param>
    public static ConsentPlan Plan(ConsentOrder order, PersonNow person, ListNow? list)
    {
        List<ConsentCall> calls = [];
        List<OrderedConsent> channels = [];
        foreach (var channel in order.Channels)
        {
            var step = channel.Outcome is null ? PlanOpen(order, channel, person, list) : new Step(channel);
            channels.Add(step.Channel);
            calls.AddRange(step.Calls);
        }

        return new(channels, calls, person.Profiles);
    }

    private static Step PlanOpen(ConsentOrder order, OrderedConsent channel, PersonNow person, ListNow? list)
    {
        if (person.IsErased)
            return new(channel.Settle(ConsentOutcome.Refused, ConsentReason.ErasedPerson));
        if (list is { Exists: false })
            return new(channel.Settle(ConsentOutcome.Failed, ConsentReason.NoSuchList));
        if (order.Leaves)
            return PlanLeaving(channel, person, list!);
        var holders = person.Profiles.Where(profile => profile.IdentifierFor(channel.Channel) is not null).ToList();
        return holders.Count == 0 ? PlanMissing(order, channel, person) : PlanChange(channel, holders, person, list);
    }

    /// <summary>
    /// By the profile's id, which can reach nobody else. Never by unsubscribing from the list: who is not on it would lose all consent.
    /// </summary>
    private static Step PlanLeaving(OrderedConsent channel, PersonNow person, ListNow list)
    {
        if (person.Profiles.Count == 0)
            return new(channel.Settle(ConsentOutcome.NoSuchProfile));
        var members = person.Profiles.Where(profile => list.Members.Contains(profile.Identity.Id)).ToList();
        return members.Count == 0
            ? new(channel.Settle(ConsentOutcome.Confirmed, ConsentReason.AlreadySo))
            : new(channel, [.. members.Select(member => new ConsentCall(channel, member.Identity.Id, ""))]);
    }

    /// <summary>Nobody to be found has an address or number for the channel.</summary>
    private static Step PlanMissing(ConsentOrder order, OrderedConsent channel, PersonNow person)
    {
        var given = OrderedChannels.GoesByEmail(channel.Channel) ? person.Subject.Email : person.Subject.Phone;
        if (given is not null && order.CreateIfMissing)
            return new(channel, [new ConsentCall(channel, ProfileId: null, given)]);
        return new(person.Profiles.Count == 0
            ? channel.Settle(ConsentOutcome.NoSuchProfile)
            : channel.Settle(ConsentOutcome.Failed, ConsentReason.NoIdentifier));
    }

    private static Step PlanChange(OrderedConsent channel, List<PersonProfile> holders, PersonNow person, ListNow? list)
    {
        var identifiers = holders.Select(holder => holder.IdentifierFor(channel.Channel)!).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (identifiers.Count > 1)
            return new(channel.Settle(ConsentOutcome.Failed, ConsentReason.SeveralProfiles));
        if (person.Shared.Contains(identifiers[0].ToLowerInvariant()))
            return new(channel.Settle(ConsentOutcome.Failed, ConsentReason.SharedIdentifier));
        var open = holders.Where(holder => !IsSo(holder, channel, list)).ToList();
        return open.Count == 0
            ? new(channel.Settle(ConsentOutcome.Confirmed, ConsentReason.AlreadySo))
            : new(channel, [.. open.Select(holder => new ConsentCall(channel, holder.Identity.Id, holder.IdentifierFor(channel.Channel)!))]);
    }

    private static bool IsSo(PersonProfile profile, OrderedConsent channel, ListNow? list) => channel.IsGiving
        ? profile.Held(channel.Channel).State == HeldConsent.Subscribed
            && (list is null || !OrderedChannels.IsConfirmable(channel.Channel) || list.Members.Contains(profile.Identity.Id))
        : profile.Held(channel.Channel).State == HeldConsent.Unsubscribed;

    private sealed record Step(OrderedConsent Channel, IReadOnlyList<ConsentCall> Calls)
    {
        public Step(OrderedConsent channel)
            : this(channel, [])
        {
        }
    }
}
