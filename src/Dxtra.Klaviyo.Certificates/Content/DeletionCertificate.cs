namespace Dxtra.Klaviyo.Certificates;

/// <summary>
/// What a certificate says: what was asked, who proved and approved it, what was found, done and seen, and what stays. Nobody is named
/// in it: people and profiles are keyed hashes, which only the controller's key can compare. Times are in UTC.
/// </summary>
/// <param name="SchemaVersion">Of this form; <see cref="CurrentVersion"/>.</param>
/// <param name="CertificateId">Its id.</param>
/// <param name="IssuedAt">When it was signed.</param>
/// <param name="Language">Of its sentences, a BCP 47 tag.</param>
/// <param name="Statement">What all of it comes to, in sentences: never more than was seen.</param>
/// <param name="Issuer">Whose data it was, and where.</param>
/// <param name="Request">What was asked, and when.</param>
/// <param name="Subject">Who asked.</param>
/// <param name="Identity">How they proved who they are; null when nobody was found, for nothing was done then.</param>
/// <param name="Preview">What was shown before anything was done; null when there was nothing to show.</param>
/// <param name="Approvals">Who approved that.</param>
/// <param name="Order">Who ordered it to be carried out; null when there was nothing to carry out.</param>
/// <param name="Found">The profiles that matched the person.</param>
/// <param name="Done">Each call that changes something, and what came of it, in order.</param>
/// <param name="Seen">Each look after that, in order.</param>
/// <param name="Outcomes">What came of each approved profile.</param>
/// <param name="Kept">What stays, and why.</param>
public sealed record DeletionCertificate(
    int SchemaVersion,
    string CertificateId,
    DateTime IssuedAt,
    string Language,
    IReadOnlyList<string> Statement,
    CertifiedIssuer Issuer,
    CertifiedRequest Request,
    CertifiedSubject Subject,
    CertifiedIdentity? Identity,
    CertifiedPreview? Preview,
    IReadOnlyList<CertifiedAct> Approvals,
    CertifiedAct? Order,
    IReadOnlyList<CertifiedProfile> Found,
    IReadOnlyList<CertifiedStep> Done,
    IReadOnlyList<CertifiedSighting> Seen,
    IReadOnlyList<CertifiedOutcome> Outcomes,
    IReadOnlyList<CertifiedRemainder> Kept)
{
    public const int CurrentVersion = 1;
}
