using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>How the report came about: what was asked, what came back, and what cannot be asked.</summary>
internal sealed class ManifestChapter : IReportChapter
{
    public string Key => "manifest";

    public IReadOnlyList<string> Shows => [];

    public async Task WriteAsync(ReportContext report, CancellationToken cancellationToken)
    {
        var (texts, writer) = (report.Texts, report.Writer);
        await writer.ParagraphAsync(texts["manifest.about"], cancellationToken);
        var table = new ReportTable(
            texts["manifest.caption"],
            [texts["column.category"], texts["column.rows"], texts["column.pages"], texts["column.asOf"], texts["column.result"]],
            texts["details.label"],
            [ReportKind.Text, ReportKind.Number, ReportKind.Number, ReportKind.Time, ReportKind.Text]);
        var parts = report.Source.Document.Parts.OrderBy(part => part.Profile).Select(part => RowOf(report, part));
        await writer.TableAsync(table, parts.ToAsyncEnumerable(), cancellationToken);
        await writer.HeadingAsync(2, texts["manifest.notGiven"], "not-given", cancellationToken);
        await writer.BulletsAsync(
            [
                texts["manifest.notGiven.left"], texts["manifest.notGiven.flows"], texts["manifest.notGiven.consent"],
                texts["manifest.notGiven.content"], texts["manifest.notGiven.addresses"], texts["manifest.notGiven.deleted"],
            ], cancellationToken);
    }

    private static ReportRow RowOf(ReportContext report, PartResult part) => new(
        [
            report.Title($"category.{part.Category}", part.Profile), report.Format.Number(part.Rows), report.Format.Number(part.Pages),
            report.Format.Moment(part.AsOf), part.Gap is { } gap ? SectionHead.GapText(report, gap) : report.Texts["manifest.read"],
        ],
        [.. DetailsOf(report, part)],
        [null, null, null, part.AsOf, null]);

    private static IEnumerable<ReportFact> DetailsOf(ReportContext report, PartResult part)
    {
        var texts = report.Texts;
        yield return new(texts["manifest.operation"], part.Operation, Kind: ReportKind.Id);
        yield return new(texts["manifest.profile"], report.Profiles[part.Profile].ProfileId, Kind: ReportKind.Id);
        yield return new(texts["manifest.bytes"], report.Format.Number(part.Bytes), Kind: ReportKind.Number);
        if (part.Sha256 is { } sha256)
            yield return new("SHA-256", sha256, Kind: ReportKind.Id);
        if (part.Files.Count > 0)
            yield return new(texts["manifest.files"], string.Join(", ", part.Files), Kind: ReportKind.Id);
    }
}
