namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Enough of a person to pick one.</summary>
internal sealed record PersonSummary(
    string ProfileId, string? Email, string? PhoneNumber, string? ExternalId, int Events, int Lists, int Segments);
