using Dxtra.Klaviyo.Certificates;
using Dxtra.Klaviyo.Functions.Reports;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What came of each profile, in sentences that say what was seen and no more.</summary>
internal sealed class CertifiedOutcomes(ReportTexts texts)
{
    private readonly ReportFormat _format = new(texts);

    public IReadOnlyList<CertifiedOutcome> Of(CertificateSource source) =>
        [.. source.Case.Erased.Select(erased => Of(source, erased))];

    private CertifiedOutcome Of(CertificateSource source, ErasedProfile erased)
    {
        var looks = LastLooks.Of(source.Sightings.Where(sighting => sighting.ProfileKey == erased.ProfileKey));
        return new(
            source.NumberOf(erased), erased.Outcome.Word(), erased.At.UtcDateTime, Says(source.Case, erased, looks),
            [.. erased.Steps.Select(open => new CertifiedOpenStep(open.Step.Word(), open.Reason))]);
    }

    private string Says(DeletionCase deletion, ErasedProfile erased, LastLooks looks) => erased.Outcome switch
    {
        DeletionOutcome.Confirmed => Confirmed(deletion, looks),
        DeletionOutcome.Unconfirmed => Unconfirmed(looks),
        _ => texts[$"certificate.outcome.{erased.Outcome.Word()}"],
    };

    private string Confirmed(DeletionCase deletion, LastLooks looks)
    {
        if (looks.Empty == 0)
            return texts["certificate.outcome.noLook"];
        var key = deletion.Scope.Contains(DeletionScope.Profile) ? "certificate.outcome.erased" : "certificate.outcome.withdrawn";
        return texts.Count(key, looks.Empty, ("moment", _format.PlainMoment(looks.At!.Value)), ("what", Join(looks.Absent)));
    }

    private string Unconfirmed(LastLooks looks)
    {
        if (looks.At is not { } at)
            return texts["certificate.outcome.noLook"];
        return looks.Rest.Count > 0
            ? texts.Of("certificate.outcome.present", ("moment", _format.PlainMoment(at)), ("what", Join(looks.Rest)))
            : texts.Of("certificate.outcome.tooFew", ("moment", _format.PlainMoment(at)));
    }

    private string Join(IReadOnlyList<string> what) => _format.Join([.. what.Select(by => texts[$"certificate.by.{by}"])]);
}
