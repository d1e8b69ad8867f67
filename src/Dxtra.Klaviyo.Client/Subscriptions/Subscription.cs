namespace Dxtra.Klaviyo.Client;

/// <summary>Consent given.</summary>
public sealed record Subscription : ConsentChange
{
    /// <summary>The profile, where it is known; Klaviyo looks it up by this then.</summary>
    public string? ProfileId { get; init; }

    /// <summary>When consent was given. Wanted for, and permitted in, a historical import only.</summary>
    public DateTimeOffset? ConsentedAt { get; init; }
}
