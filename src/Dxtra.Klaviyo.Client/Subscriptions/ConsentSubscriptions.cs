using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Client;

/// <summary>The <c>subscriptions</c> of a profile whose consent changes: the channels that were named, no other.</summary>
internal static class ConsentSubscriptions
{
    private const ConsentChannels ByEmail = ConsentChannels.EmailMarketing | ConsentChannels.EmailOpenTracking;
    private const ConsentChannels ByPhone = ConsentChannels.SmsMarketing | ConsentChannels.SmsTransactional
        | ConsentChannels.WhatsAppMarketing | ConsentChannels.WhatsAppTransactional | ConsentChannels.WhatsAppConversational;

    private static readonly IReadOnlyList<(ConsentChannels Channel, string Name, string Purpose)> Known =
    [
        (ConsentChannels.EmailMarketing, "email", "marketing"),
        (ConsentChannels.EmailOpenTracking, "email", "open_tracking"),
        (ConsentChannels.SmsMarketing, "sms", "marketing"),
        (ConsentChannels.SmsTransactional, "sms", "transactional"),
        (ConsentChannels.WhatsAppMarketing, "whatsapp", "marketing"),
        (ConsentChannels.WhatsAppTransactional, "whatsapp", "transactional"),
        (ConsentChannels.WhatsAppConversational, "whatsapp", "conversational"),
    ];

    public static JsonObject Of(ConsentChange change, ConsentWords words)
    {
        Check(change, words);
        var subscriptions = new JsonObject();
        foreach (var (channel, name, purpose) in Known.Where(known => change.Channels.HasFlag(known.Channel)))
        {
            subscriptions[name] ??= new JsonObject();
            subscriptions[name]![purpose] = channel == ConsentChannels.EmailOpenTracking ? words.Plain() : words.Timed();
        }

        if (change.PushDevices.Count > 0)
            subscriptions["push"] = new JsonObject { ["marketing"] = words.Timed(), ["tokens"] = Tokens(change.PushDevices) };
        return subscriptions;
    }

    private static void Check(ConsentChange change, ConsentWords words)
    {
        if (change.Channels == ConsentChannels.None && change.PushDevices.Count == 0)
            throw new ArgumentException("A channel has to be named.", nameof(change));
        if ((change.Channels & ByEmail) != 0 && string.IsNullOrWhiteSpace(change.Email))
            throw new ArgumentException("The e-mail channels want an address.", nameof(change));
        if ((change.Channels & ByPhone) != 0 && string.IsNullOrWhiteSpace(change.PhoneNumber))
            throw new ArgumentException("SMS and WhatsApp want a phone number.", nameof(change));
        if (words.IsGiving && change.Channels.HasFlag(ConsentChannels.WhatsAppConversational))
            throw new ArgumentException("Conversations on WhatsApp are begun by the person.", nameof(change));
    }

    private static JsonArray Tokens(IEnumerable<PushDevice> devices) => new([.. devices.Select(device => new JsonObject
    {
        ["token"] = device.Token,
        ["platform"] = device.Platform,
        ["vendor"] = device.Vendor,
    })]);
}
