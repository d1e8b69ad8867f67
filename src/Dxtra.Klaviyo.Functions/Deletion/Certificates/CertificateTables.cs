using Dxtra.Klaviyo.Certificates;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The tables of a readable certificate.</summary>
internal sealed class CertificateTables(ReportTexts texts)
{
    private readonly ReportFormat _format = new(texts);

    public async Task WriteAsync(string chapter, DeletionCertificate certificate, IReportWriter writer, CancellationToken cancellationToken)
    {
        var (columns, rows) = Of(chapter, certificate);
        if (rows.Count > 0)
            await writer.TableAsync(TableOf(chapter, columns), rows.ToAsyncEnumerable(), cancellationToken);
        else
            await writer.ParagraphAsync(texts[$"certificate.none.{chapter}"], cancellationToken);
    }

    private static ReportKind KindOf(string column) => column switch
    {
        "look" => ReportKind.Number,
        "at" => ReportKind.Time,
        "hash" or "list" => ReportKind.Id,
        _ => ReportKind.Text,
    };

    private ReportTable TableOf(string chapter, string[] columns) => new(
        texts[$"certificate.{chapter}.caption"],
        [.. columns.Select(column => texts[$"certificate.column.{column}"])],
        Kinds: [.. columns.Select(KindOf)]);

    private (string[] Columns, IReadOnlyList<ReportRow> Rows) Of(string chapter, DeletionCertificate certificate) => chapter switch
    {
        "outcomes" => (["profile", "outcome", "what"], [.. certificate.Outcomes.Select(Row)]),
        "kept" => (["what", "why"], [.. certificate.Kept.Select(kept => new ReportRow([kept.What, kept.Why], []))]),
        "found" => (["profile", "approved", "held", "hash"], [.. certificate.Found.Select(Row)]),
        "done" => (["profile", "at", "what", "list"], [.. certificate.Done.Select(Row)]),
        _ => (["profile", "look", "at", "asked", "seen"], [.. certificate.Seen.Select(Row)]),
    };

    private ReportRow Row(CertifiedOutcome outcome)
    {
        var open = outcome.Open.Select(step => $"{texts[$"certificate.step.{step.Step}"]}: {step.Reason}").ToList();
        return new(
            [Name(outcome.Profile), texts[$"certificate.word.{outcome.Outcome}"], outcome.Says],
            open.Count == 0 ? [] : [new(texts["certificate.open"], _format.Join(open))]);
    }

    private ReportRow Row(CertifiedProfile profile)
    {
        var held = profile.Counts.Where(count => count.Value > 0).Select(count => texts.Of(
            profile.AtLeast.Contains(count.Key) ? "certificate.countAtLeast" : "certificate.count",
            ("category", texts.Find($"category.{count.Key}") ?? count.Key),
            ("count", _format.Number(count.Value))));
        var approved = texts[profile.Approved ? "certificate.yes" : "certificate.no"];
        return new([Name(profile.Profile), approved, _format.Join([.. held]), profile.KeyedHash], []);
    }

    private ReportRow Row(CertifiedStep step) =>
        new([Name(step.Profile), _format.Moment(step.At), step.Says, step.Target ?? ""], [], [null, step.At, null, null]);

    private ReportRow Row(CertifiedSighting seen) => new(
        [Name(seen.Profile), _format.Number(seen.Look), _format.Moment(seen.At), texts[$"certificate.by.{seen.By}"], SeenText(seen)],
        [],
        [null, null, seen.At, null, null]);

    /// <summary>Consent that is absent is withdrawn.</summary>
    private string SeenText(CertifiedSighting seen)
    {
        var consent = seen.By.EndsWith("Consent", StringComparison.Ordinal) ? texts.Find($"certificate.consent.{seen.Seen}") : null;
        return consent ?? texts[$"certificate.seen.{seen.Seen}"];
    }

    private string Name(int profile) => texts.Of("certificate.profile", ("number", _format.Number(profile)));
}
