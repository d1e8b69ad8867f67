using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What a profile holds of consent on one channel, in Klaviyo's words.</summary>
/// <param name="State"><see cref="Subscribed"/>, <see cref="Unsubscribed"/>, <c>NEVER_SUBSCRIBED</c>, another word, or null for none.</param>
/// <param name="Since">When consent was given or taken back.</param>
/// <param name="Updated">When Klaviyo last changed it.</param>
/// <param name="Method">How it came about.</param>
internal sealed record HeldConsent(string? State, DateTimeOffset? Since, DateTimeOffset? Updated, string? Method)
{
    public const string Subscribed = "SUBSCRIBED";
    public const string Unsubscribed = "UNSUBSCRIBED";

    public static HeldConsent Of(ProfileSubscriptions? held, ConsentChannels channel) => channel switch
    {
        ConsentChannels.EmailMarketing => Of(held?.Email?.Marketing),
        ConsentChannels.EmailOpenTracking => Of(held?.Email?.OpenTracking),
        ConsentChannels.SmsMarketing => Of(held?.Sms?.Marketing),
        ConsentChannels.SmsTransactional => Of(held?.Sms?.Transactional),
        ConsentChannels.WhatsAppMarketing => Of(held?.Whatsapp?.Marketing),
        ConsentChannels.WhatsAppTransactional => Of(held?.Whatsapp?.Transactional),
        ConsentChannels.WhatsAppConversational => Of(held?.Whatsapp?.Conversational),
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "One channel at a time."),
    };

    private static HeldConsent Of(EmailConsent? held) => new(held?.Consent, held?.ConsentTimestamp, held?.LastUpdated, held?.Method);

    private static HeldConsent Of(ChannelConsent? held) => new(held?.Consent, held?.ConsentTimestamp, held?.LastUpdated, held?.Method);
}
