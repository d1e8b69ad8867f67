using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The channels that can be ordered: those that Klaviyo takes by address or number. Push goes by device, which only the app on it knows.</summary>
internal static class OrderedChannels
{
    private static readonly Dictionary<ConsentChannel, ConsentChannels> Flags = new()
    {
        [ConsentChannel.EmailMarketing] = ConsentChannels.EmailMarketing,
        [ConsentChannel.EmailOpenTracking] = ConsentChannels.EmailOpenTracking,
        [ConsentChannel.SmsMarketing] = ConsentChannels.SmsMarketing,
        [ConsentChannel.SmsTransactional] = ConsentChannels.SmsTransactional,
        [ConsentChannel.WhatsAppMarketing] = ConsentChannels.WhatsAppMarketing,
        [ConsentChannel.WhatsAppTransactional] = ConsentChannels.WhatsAppTransactional,
        [ConsentChannel.WhatsAppConversational] = ConsentChannels.WhatsAppConversational,
    };

    public static IReadOnlyCollection<ConsentChannel> All => Flags.Keys;

    public static ConsentChannels FlagOf(ConsentChannel channel) => Flags[channel];

    public static bool GoesByEmail(ConsentChannel channel) => channel is ConsentChannel.EmailMarketing or ConsentChannel.EmailOpenTracking;

    /// <summary>Whether Klaviyo, with double opt-in, asks the person first.</summary>
    public static bool IsConfirmable(ConsentChannel channel) => channel != ConsentChannel.EmailOpenTracking;
}
