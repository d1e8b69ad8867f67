namespace Dxtra.Klaviyo.Sandbox.Data;

/// <param name="Reason"><c>HARD_BOUNCE</c>, <c>INVALID_EMAIL</c>, <c>SPAM_COMPLAINT</c>, <c>UNSUBSCRIBE</c> or <c>USER_SUPPRESSED</c>.</param>
/// <param name="Timestamp">Since when.</param>
internal sealed record Suppression(string Reason, DateTimeOffset Timestamp);
