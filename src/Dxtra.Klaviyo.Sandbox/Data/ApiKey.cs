namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>A private key of the account.</summary>
/// <param name="Name">What it is for: <c>full</c>, <c>read-only</c>, <c>without events:read</c>, <c>revoked</c>.</param>
/// <param name="Value"><c>pk_</c> and 34 hexadecimal digits.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Revoked">Whether it has been taken back: it then answers as one that never was.</param>
internal sealed record ApiKey(string Name, string Value, IReadOnlySet<string> Scopes, bool Revoked = false);
