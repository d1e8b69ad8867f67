using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What the certificate comes to, in a few sentences.</summary>
internal sealed class CertifiedStatement(ReportTexts texts)
{
    private readonly ReportFormat _format = new(texts);

    public IEnumerable<string> Of(CertificateSource source)
    {
        yield return Asked(source);
        if (source.Case.Identity is { } identity)
        {
            var method = texts[$"certificate.method.{identity.Method.Word()}"];
            yield return texts.Of("certificate.statement.identity", ("method", method), ("moment", _format.PlainMoment(identity.At)));
        }

        yield return texts.Count("certificate.statement.found", source.Profiles.Count);
        if (source.Profiles.Count > source.Case.Picked.Count)
            yield return texts.Count("certificate.statement.approved", source.Case.Picked.Count);
        foreach (var outcome in source.Case.Erased.GroupBy(erased => erased.Outcome).OrderBy(group => group.Key))
            yield return texts.Count($"certificate.statement.{outcome.Key.Word()}", outcome.Count());
        yield return texts["certificate.statement.limit"];
    }

    private string Asked(CertificateSource source) => texts.Of(
        "certificate.statement.asked",
        ("company", source.Account.Name ?? source.Account.Id),
        ("day", _format.Day(source.Request.ReceivedAt)),
        ("scope", _format.Join([.. source.Case.Scope.Select(scope => texts[$"certificate.scope.{scope.Word()}"])])));
}
