namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A caller's <c>Idempotency-Key</c> as it is stored: keyed hashes of the key (with its route) and of the body.</summary>
internal sealed record IdempotencyClaim(string KeyHash, string BodyHash);
