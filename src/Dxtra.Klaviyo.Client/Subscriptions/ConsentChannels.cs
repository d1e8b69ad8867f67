namespace Dxtra.Klaviyo.Client;

/// <summary>What a person may be subscribed to by address or number. Push goes by device, see <see cref="PushDevice"/>.</summary>
[Flags]
public enum ConsentChannels
{
    None = 0,
    EmailMarketing = 1,
    EmailOpenTracking = 2,
    SmsMarketing = 4,
    SmsTransactional = 8,
    WhatsAppMarketing = 16,
    WhatsAppTransactional = 32,

    /// <summary>Can be taken back only; the person begins it.</summary>
    WhatsAppConversational = 64,
}
