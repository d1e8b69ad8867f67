using Dxtra.Klaviyo.Certificates;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>What was done and seen, line by line, as the ledger has it.</summary>
internal sealed class CertifiedWork(ReportTexts texts)
{
    /// <summary>An order and its answer are one line; an order without an answer is a line too.</summary>
    public IReadOnlyList<CertifiedStep> Done(IReadOnlyList<LedgerEntry> ledger) =>
    [
        .. ledger.GroupBy(line => (line.Profile, line.Step, line.Target, line.Attempt)).Select(lines => Step(
            lines.FirstOrDefault(line => line.Phase == LedgerPhase.Answer) ?? lines.First())),
    ];

    public static IReadOnlyList<CertifiedSighting> Seen(IReadOnlyList<Sighting> sightings) =>
    [
        .. from sighting in sightings
           orderby sighting.Look, sighting.Profile
           from fact in sighting.Facts
           select new CertifiedSighting(sighting.At.UtcDateTime, sighting.Look, sighting.Profile + 1, fact.By, fact.Seen.Word()),
    ];

    private CertifiedStep Step(LedgerEntry line)
    {
        var (step, answer) = (line.Step.Word(), line.Answer?.Word());
        var (stepText, answerText) = (texts[$"certificate.step.{step}"], texts[$"certificate.answer.{answer ?? "none"}"]);
        var says = texts.Of("certificate.step", ("step", stepText), ("answer", answerText));
        return new(line.At.UtcDateTime, line.Profile + 1, step, line.Target, line.Attempt, answer, says);
    }
}
