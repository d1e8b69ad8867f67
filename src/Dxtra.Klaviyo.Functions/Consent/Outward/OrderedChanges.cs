using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Calls as Klaviyo's jobs take them: one entry for each profile, or for each order that is to make one, with all its channels. Address and
/// number in entries apart would make somebody new twice.
/// </summary>
internal static class OrderedChanges
{
    public static IEnumerable<Unsubscription> Unsubscriptions(IEnumerable<(ConsentOrder Order, ConsentCall Call)> calls) =>
        calls.GroupBy(WhomOf).Select(person => new Unsubscription
        {
            Email = IdentifierOf(person, byEmail: true),
            PhoneNumber = IdentifierOf(person, byEmail: false),
            Channels = ChannelsOf(person),
        });

    /// <summary>A profile that is there is named by its id too, so that none is made if its address has changed meanwhile.</summary>
    public static IEnumerable<Subscription> Subscriptions(IEnumerable<(ConsentOrder Order, ConsentCall Call)> calls) =>
        calls.GroupBy(one => (Whom: WhomOf(one), one.Order.ConsentedAt)).Select(person => new Subscription
        {
            ProfileId = person.First().Call.ProfileId,
            Email = IdentifierOf(person, byEmail: true),
            PhoneNumber = IdentifierOf(person, byEmail: false),
            Channels = ChannelsOf(person),
            ConsentedAt = person.Key.ConsentedAt,
        });

    private static string WhomOf((ConsentOrder Order, ConsentCall Call) one) => one.Call.ProfileId ?? one.Order.Id;

    private static string? IdentifierOf(IEnumerable<(ConsentOrder Order, ConsentCall Call)> person, bool byEmail) =>
        person.Select(one => one.Call).FirstOrDefault(call => OrderedChannels.GoesByEmail(call.Channel.Channel) == byEmail)?.Identifier;

    private static ConsentChannels ChannelsOf(IEnumerable<(ConsentOrder Order, ConsentCall Call)> person) =>
        person.Aggregate(ConsentChannels.None, (channels, one) => channels | one.Call.Channel.Flag());
}
