namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>What a person agreed to on one channel, and how that came about.</summary>
/// <param name="State"><c>SUBSCRIBED</c>, <c>UNSUBSCRIBED</c> or <c>NEVER_SUBSCRIBED</c>.</param>
internal sealed record Consent(string State)
{
    public const string Subscribed = "SUBSCRIBED";
    public const string Unsubscribed = "UNSUBSCRIBED";

    public static Consent Never { get; } = new("NEVER_SUBSCRIBED");

    public DateTimeOffset? Timestamp { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    public string? Method { get; init; }

    public string? MethodDetail { get; init; }

    public string? CustomMethodDetail { get; init; }

    public bool? DoubleOptIn { get; init; }

    public bool IsSubscribed => State == Subscribed;

    public bool IsUnsubscribed => State == Unsubscribed;
}
