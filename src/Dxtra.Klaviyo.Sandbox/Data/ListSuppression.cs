namespace Dxtra.Klaviyo.Sandbox.Data;

internal sealed record ListSuppression(string ListId, string Reason, DateTimeOffset Timestamp);
