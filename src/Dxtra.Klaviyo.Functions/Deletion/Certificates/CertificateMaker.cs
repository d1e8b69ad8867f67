using Dxtra.Klaviyo.Certificates;
using Dxtra.Klaviyo.Functions.Reports;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Turns what is on record into a certificate. People and profiles stand in it as the keyed hashes of the record.</summary>
internal sealed class CertificateMaker(ReportTexts texts)
{
    public DeletionCertificate Make(string id, CertificateSource source, DateTimeOffset now)
    {
        var (request, deletion, shown) = (source.Request, source.Case, new Withholding(source, texts));
        return new(
            DeletionCertificate.CurrentVersion,
            id,
            now.UtcDateTime,
            texts.Language,
            [.. new CertifiedStatement(texts).Of(source)],
            new(request.ControllerDid, source.Account.Name, request.ProcessorId, source.Account.Id),
            RequestOf(request, deletion, now),
            new(request.SubjectKey),
            IdentityOf(deletion.Identity, shown),
            deletion.Preview is { } preview ? new(preview.Hash, preview.At.UtcDateTime, preview.ApprovalsNeeded) : null,
            [.. deletion.Approvals.Select(approval => new CertifiedAct(shown.Shown(approval.Actor), approval.At.UtcDateTime))],
            deletion.Execution is { } order ? new(shown.Shown(order.Actor), order.At.UtcDateTime) : null,
            [.. ProfilesOf(source)],
            new CertifiedWork(texts).Done(source.Ledger),
            CertifiedWork.Seen(source.Sightings),
            new CertifiedOutcomes(texts).Of(source),
            [.. new CertifiedRemainders(texts).Of(source)]);
    }

    private static CertifiedRequest RequestOf(SubjectRequest request, DeletionCase deletion, DateTimeOffset now) => new(
        request.Id, request.Run, request.Regulation, [.. deletion.Scope.Select(scope => scope.Word())],
        request.ReceivedAt.UtcDateTime, request.CreatedAt.UtcDateTime, (request.CompletedAt ?? now).UtcDateTime);

    private static CertifiedIdentity? IdentityOf(IdentityProof? proof, Withholding shown) => proof is null ? null : new(
        proof.Method.Word(),
        proof.At.UtcDateTime,
        proof.Verifier is { } verifier ? shown.Shown(verifier) : null,
        shown.Shown(proof.Actor),
        proof.ReferenceHash);

    private static IEnumerable<CertifiedProfile> ProfilesOf(CertificateSource source) =>
        from profile in source.Profiles.Index()
        let held = source.Counts.ElementAtOrDefault(profile.Index) ?? HeldCounts.None
        let approved = source.Case.Picked.Contains(profile.Index)
        select new CertifiedProfile(profile.Index + 1, profile.Item.ProfileKey, approved, held.Counts, held.AtLeast);
}
