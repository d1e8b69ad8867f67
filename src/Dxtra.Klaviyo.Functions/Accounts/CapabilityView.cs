namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>Whether the integration can do one thing with a key, and what it lacks if not.</summary>
internal sealed record CapabilityView(string Name, bool Available, IReadOnlyList<string> MissingScopes);
