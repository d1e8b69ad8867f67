using Dxtra.Klaviyo.Certificates;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The head of a readable certificate, and who did what about the request.</summary>
internal sealed class CertificateFacts(ReportTexts texts)
{
    private readonly ReportFormat _format = new(texts);

    public ReportCover Cover(DeletionCertificate certificate, IReadOnlyList<ReportChapter> chapters) => new(
        certificate.Language,
        texts["certificate.title"],
        texts.Of("certificate.subtitle", ("company", Company(certificate))),
        [.. Head(certificate)],
        texts["certificate.contents"],
        chapters,
        texts.Of("certificate.footer", ("id", certificate.CertificateId), ("day", _format.Day(certificate.IssuedAt))));

    public IEnumerable<ReportFact> Asked(DeletionCertificate certificate)
    {
        yield return Id("subject", certificate.Subject.KeyedHash);
        yield return Fact("asked", _format.Join([.. certificate.Request.Scope.Select(scope => texts[$"certificate.scope.{scope}"])]));
        foreach (var fact in certificate.Identity is { } identity ? Identity(identity) : [])
            yield return fact;
        if (certificate.Preview is { } preview)
        {
            yield return Time("previewAt", preview.At);
            yield return Id("previewHash", preview.Hash);
        }

        foreach (var approval in certificate.Approvals)
            yield return Act("certificate.approval", approval);
        if (certificate.Order is { } order)
            yield return Act("certificate.order", order);
    }

    private static string Company(DeletionCertificate certificate) => certificate.Issuer.Organization ?? certificate.Issuer.KlaviyoAccountId;

    private IEnumerable<ReportFact> Head(DeletionCertificate certificate)
    {
        var (issuer, request) = (certificate.Issuer, certificate.Request);
        yield return Fact("company", Company(certificate));
        yield return Fact("law", texts.Find($"certificate.law.{request.Regulation}") ?? request.Regulation);
        yield return Time("receivedAt", request.ReceivedAt);
        yield return Time("createdAt", request.CreatedAt);
        yield return Time("completedAt", request.CompletedAt);
        yield return Time("issuedAt", certificate.IssuedAt);
        yield return Id("id", certificate.CertificateId);
        yield return Id("request", request.Id);
        yield return Id("controller", issuer.ControllerDid);
        yield return Id("account", issuer.KlaviyoAccountId);
    }

    private IEnumerable<ReportFact> Identity(CertifiedIdentity identity)
    {
        yield return Fact("identityMethod", texts[$"certificate.method.{identity.Method}"]);
        yield return Time("identityAt", identity.VerifiedAt);
        if (identity.Verifier is { } verifier)
            yield return Fact("identityBy", verifier);
        yield return Fact("identityActor", identity.Actor);
        if (identity.ReferenceKeyedHash is { } reference)
            yield return Id("identityReference", reference);
    }

    private ReportFact Act(string label, CertifiedAct act) =>
        new(texts.Of(label, ("actor", act.Actor)), _format.Moment(act.At), act.At, ReportKind.Time);

    private ReportFact Fact(string label, string value) => new(texts[$"certificate.{label}"], value);

    private ReportFact Id(string label, string value) => new(texts[$"certificate.{label}"], value, Kind: ReportKind.Id);

    private ReportFact Time(string label, DateTime time) =>
        new(texts[$"certificate.{label}"], _format.Moment(time), time, ReportKind.Time);
}
