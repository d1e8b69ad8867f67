using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Where a profile has the consent of each channel, and Klaviyo's words for it.</summary>
internal static class ChannelConsents
{
    public const string Subscribed = "SUBSCRIBED";

    /// <summary>E-mail marketing, which has a shape of its own, is not among them.</summary>
    public static IReadOnlyList<ConsentChannel> Alike { get; } =
    [
        ConsentChannel.EmailOpenTracking, ConsentChannel.EmailClickTracking, ConsentChannel.SmsMarketing, ConsentChannel.SmsTransactional,
        ConsentChannel.WhatsAppMarketing, ConsentChannel.WhatsAppTransactional, ConsentChannel.WhatsAppConversational, ConsentChannel.PushMarketing,
    ];

    /// <summary>Null for a channel that was never used.</summary>
    public static ChannelConsent? Find(ConsentChannel channel, ProfileSubscriptions subscriptions) => channel switch
    {
        ConsentChannel.EmailOpenTracking => subscriptions.Email?.OpenTracking,
        ConsentChannel.EmailClickTracking => subscriptions.Email?.ClickTracking,
        ConsentChannel.SmsMarketing => subscriptions.Sms?.Marketing,
        ConsentChannel.SmsTransactional => subscriptions.Sms?.Transactional,
        ConsentChannel.WhatsAppMarketing => subscriptions.Whatsapp?.Marketing,
        ConsentChannel.WhatsAppTransactional => subscriptions.Whatsapp?.Transactional,
        ConsentChannel.WhatsAppConversational => subscriptions.Whatsapp?.Conversational,
        ConsentChannel.PushMarketing => subscriptions.MobilePush?.Marketing,
        _ => null,
    };

    /// <summary>Null for a word that we do not know.</summary>
    public static ConsentState? StateOf(string? consent) => consent switch
    {
        Subscribed => ConsentState.Subscribed,
        "UNSUBSCRIBED" => ConsentState.Unsubscribed,
        "NEVER_SUBSCRIBED" => ConsentState.NeverSubscribed,
        _ => null,
    };
}
