namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>Whether the integration can do one thing with a key.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Available">Null when Klaviyo gave no usable answer to a probe: it may work.</param>
/// <param name="MissingScopes">What the key lacks for it; empty also when it is the account's plan that lacks it.</param>
internal sealed record CapabilityView(string Name, bool? Available, IReadOnlyList<string> MissingScopes);
