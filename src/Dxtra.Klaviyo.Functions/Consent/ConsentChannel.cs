namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What a person's consent is about. Each has a line of history of its own.</summary>
internal enum ConsentChannel
{
    EmailMarketing,

    /// <summary>Whether Klaviyo holds e-mail marketing back whatever the consent: bounces, complaints, an operator's word.</summary>
    EmailSuppression,
    EmailOpenTracking,
    EmailClickTracking,
    SmsMarketing,
    SmsTransactional,
    WhatsAppMarketing,
    WhatsAppTransactional,
    WhatsAppConversational,
    PushMarketing,

    /// <summary>Membership of one list, see <see cref="ConsentNews.ListId"/>. It is no consent, and changes none.</summary>
    List,
}
