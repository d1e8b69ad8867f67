namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>That the person proved who they are.</summary>
/// <param name="Method">How.</param>
/// <param name="At">When we were told, or saw the right code.</param>
/// <param name="Actor">The token subject that told us.</param>
/// <param name="Verifier">Who checked, in the caller's words; null for a code, which we checked.</param>
/// <param name="ReferenceHash">Keyed hash of the reference that the caller gave (a case, a document): it may name people; null for a code.</param>
internal sealed record IdentityProof(IdentityMethod Method, DateTimeOffset At, string Actor, string? Verifier, string? ReferenceHash);
