using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Calls as Klaviyo's jobs take them: one entry for each address or number, with all its channels.</summary>
internal static class OrderedChanges
{
    public static IEnumerable<Unsubscription> Unsubscriptions(IEnumerable<(ConsentOrder Order, ConsentCall Call)> calls) =>
        calls.GroupBy(one => (one.Call.Identifier, ByEmail: GoesByEmail(one.Call))).Select(person => new Unsubscription
        {
            Email = person.Key.ByEmail ? person.Key.Identifier : null,
            PhoneNumber = person.Key.ByEmail ? null : person.Key.Identifier,
            Channels = Channels(person),
        });

    /// <summary>A profile that is there is named by its id too, so that none is made if its address has changed meanwhile.</summary>
    public static IEnumerable<Subscription> Subscriptions(IEnumerable<(ConsentOrder Order, ConsentCall Call)> calls) =>
        calls.GroupBy(one => (one.Call.ProfileId, one.Call.Identifier, ByEmail: GoesByEmail(one.Call))).Select(person => new Subscription
        {
            ProfileId = person.Key.ProfileId,
            Email = person.Key.ByEmail ? person.Key.Identifier : null,
            PhoneNumber = person.Key.ByEmail ? null : person.Key.Identifier,
            Channels = Channels(person),
            ConsentedAt = person.Max(one => one.Order.ConsentedAt),
        });

    private static bool GoesByEmail(ConsentCall call) => OrderedChannels.GoesByEmail(call.Channel.Channel);

    private static ConsentChannels Channels(IEnumerable<(ConsentOrder Order, ConsentCall Call)> person) =>
        person.Aggregate(ConsentChannels.None, (channels, one) => channels | one.Call.Channel.Flag());
}
