using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>Consent to marketing e-mail. Consent and suppression are independent: read both.</summary>
public sealed record EmailConsent
{
    /// <summary><c>SUBSCRIBED</c>, <c>UNSUBSCRIBED</c>, <c>NEVER_SUBSCRIBED</c>; others may come.</summary>
    public string? Consent { get; init; }

    /// <summary>Reachability, not consent: true also for a person who never opted in and is not suppressed.</summary>
    public bool? CanReceiveEmailMarketing { get; init; }

    public DateTimeOffset? ConsentTimestamp { get; init; }

    /// <summary>Moves on suppression too.</summary>
    public DateTimeOffset? LastUpdated { get; init; }

    public string? Method { get; init; }

    public string? MethodDetail { get; init; }

    public string? CustomMethodDetail { get; init; }

    public bool? DoubleOptin { get; init; }

    public IReadOnlyList<EmailSuppression>? Suppression { get; init; }

    public IReadOnlyList<EmailSuppression>? ListSuppressions { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
