using Dxtra.Klaviyo.Certificates;
using Dxtra.Klaviyo.Functions.Reports;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What stays, and why. The sources for what Klaviyo keeps are its help pages on deletion requests.</summary>
internal sealed class CertifiedRemainders(ReportTexts texts)
{
    public IEnumerable<CertifiedRemainder> Of(CertificateSource source)
    {
        if (IsDeleted(source))
        {
            yield return Remainder("redacted");
            yield return Remainder("proof");
        }
        else if (source.Case.Erased.Count > 0 && !source.Case.Scope.Contains(DeletionScope.Profile))
        {
            yield return Remainder("profile");
        }

        if (source.Profiles.Count > source.Case.Picked.Count)
            yield return Remainder("others");
        yield return Remainder("hashes");
        yield return Remainder("request");
    }

    /// <summary>Klaviyo took an order, or what it did shows that it had taken one whose answer was lost.</summary>
    private static bool IsDeleted(CertificateSource source) =>
        source.Ledger.Any(line => line is { Step: ErasureStep.Delete, Answer: LedgerAnswer.Accepted })
        || (source.Case.Scope.Contains(DeletionScope.Profile) && source.Case.Erased.Any(erased => erased.Outcome == DeletionOutcome.Confirmed));

    private CertifiedRemainder Remainder(string kind) => new(kind, texts[$"certificate.kept.{kind}"], texts[$"certificate.why.{kind}"]);
}
