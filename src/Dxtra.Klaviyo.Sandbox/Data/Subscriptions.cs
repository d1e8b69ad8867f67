namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>Consent on every channel, and the suppressions, which are independent of it.</summary>
internal sealed record Subscriptions
{
    public Consent Email { get; init; } = Consent.Never;

    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    public IReadOnlyList<ListSuppression> ListSuppressions { get; init; } = [];

    public Consent OpenTracking { get; init; } = Consent.Never;

    public Consent ClickTracking { get; init; } = Consent.Never;

    public Consent SmsMarketing { get; init; } = Consent.Never;

    public Consent SmsTransactional { get; init; } = Consent.Never;

    public Consent Push { get; init; } = Consent.Never;

    /// <summary>Null when the channel was never used.</summary>
    public WhatsAppConsent? WhatsApp { get; init; }
}
