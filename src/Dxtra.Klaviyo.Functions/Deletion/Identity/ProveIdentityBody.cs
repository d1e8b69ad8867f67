namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The body of <c>POST C/requests/{id}/identity</c>.</summary>
/// <param name="Method"><c>email, account, document, attestation</c>.</param>
/// <param name="Code">Of <c>email</c>: the code that the person gave back; without it one is made.</param>
/// <param name="Reference">Of the others: what the verifier can find the proof by.</param>
/// <param name="Verifier">Of the others: who checked.</param>
internal sealed record ProveIdentityBody(string? Method, string? Code, string? Reference, string? Verifier)
{
    /// <summary>Redacted: it has a secret, or may name people.</summary>
    public override string ToString() => "(identity)";
}
