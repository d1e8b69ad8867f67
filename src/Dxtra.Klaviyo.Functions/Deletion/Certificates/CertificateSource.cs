using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What a certificate is made from: all that is on record of one run of work.</summary>
/// <param name="Request">The request.</param>
/// <param name="Case">What is stored of it as a deletion.</param>
/// <param name="Account">The Klaviyo account.</param>
/// <param name="Subject">The person in clear text: to see to it that nothing of it gets into the certificate.</param>
/// <param name="Picture">The profiles of the approved preview; null when nobody was found.</param>
/// <param name="Counts">How much each of them held, in the same order; empty when it was not counted.</param>
/// <param name="Ledger">The lines of the run.</param>
/// <param name="Sightings">The re-reads of the run.</param>
internal sealed record CertificateSource(
    SubjectRequest Request,
    DeletionCase Case,
    KlaviyoAccount Account,
    SubjectIdentity Subject,
    ErasurePicture? Picture,
    IReadOnlyList<HeldCounts> Counts,
    IReadOnlyList<LedgerEntry> Ledger,
    IReadOnlyList<Sighting> Sightings)
{
    public IReadOnlyList<ProfilePicture> Profiles => Picture?.Profiles ?? [];

    /// <summary>The number that a profile has in the certificate.</summary>
    public int NumberOf(ErasedProfile erased) => Profiles.Index().Single(profile => profile.Item.ProfileKey == erased.ProfileKey).Index + 1;

    public override string ToString() => "(source of a certificate)";
}
