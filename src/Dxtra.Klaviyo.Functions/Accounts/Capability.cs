namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>Something that the integration can do with a key, and the scopes that it takes.</summary>
internal sealed record Capability(string Name, params string[] Scopes);
