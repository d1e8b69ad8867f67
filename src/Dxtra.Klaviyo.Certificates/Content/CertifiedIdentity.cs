namespace Dxtra.Klaviyo.Certificates;

/// <summary>How the person proved who they are.</summary>
/// <param name="Method"><c>email, account, document, attestation</c>.</param>
/// <param name="VerifiedAt">When.</param>
/// <param name="Verifier">Who checked it, in the controller's words; null for a one-time code, which we checked.</param>
/// <param name="Actor">Who told us.</param>
/// <param name="ReferenceKeyedHash">Keyed hash of the case or document that was named; null when none was.</param>
public sealed record CertifiedIdentity(string Method, DateTime VerifiedAt, string? Verifier, string Actor, string? ReferenceKeyedHash);
