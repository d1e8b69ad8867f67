using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Resources.Consents;

/// <summary>One kind of message that a person can agree to, as requests name it.</summary>
/// <param name="Channel"><c>email</c>, <c>sms</c>, <c>whatsapp</c> or <c>push</c>.</param>
/// <param name="Purpose"><c>marketing</c>, <c>transactional</c>, <c>conversational</c> or <c>open_tracking</c>.</param>
/// <param name="Read">The consent as it is.</param>
/// <param name="Write">The subscriptions with another consent.</param>
internal sealed record ConsentChannel(
    string Channel, string Purpose, Func<Subscriptions, Consent> Read, Func<Subscriptions, Consent, Subscriptions> Write)
{
    private static readonly WhatsAppConsent NoWhatsApp = new(Consent.Never, Consent.Never, Consent.Never);

    public static ConsentChannel Email { get; } =
        new("email", "marketing", held => held.Email, (held, consent) => held with { Email = consent });

    public static IReadOnlyList<ConsentChannel> All { get; } =
    [
        Email,
        new("email", "open_tracking", held => held.OpenTracking, (held, consent) => held with { OpenTracking = consent }),
        new("sms", "marketing", held => held.SmsMarketing, (held, consent) => held with { SmsMarketing = consent }),
        new("sms", "transactional", held => held.SmsTransactional, (held, consent) => held with { SmsTransactional = consent }),
        WhatsApp("marketing", held => held.Marketing, (held, consent) => held with { Marketing = consent }),
        WhatsApp("transactional", held => held.Transactional, (held, consent) => held with { Transactional = consent }),
        WhatsApp("conversational", held => held.Conversational, (held, consent) => held with { Conversational = consent }),
        new("push", "marketing", held => held.Push, (held, consent) => held with { Push = consent }),
    ];

    /// <summary>Whether double opt-in asks the person first.</summary>
    public bool Confirmable => Channel != "push" && Purpose != "open_tracking";

    /// <summary><c>email.marketing</c>.</summary>
    public string Name => $"{Channel}.{Purpose}";

    private static ConsentChannel WhatsApp(
        string purpose, Func<WhatsAppConsent, Consent> read, Func<WhatsAppConsent, Consent, WhatsAppConsent> write) => new(
            "whatsapp",
            purpose,
            held => read(held.WhatsApp ?? NoWhatsApp),
            (held, consent) => held with { WhatsApp = write(held.WhatsApp ?? NoWhatsApp, consent) });
}
