namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A category of a profile under its heading.</summary>
internal sealed record CategorySection(string Category, RowShape Shape)
{
    public Task WriteAsync(ReportContext report, int profile, CancellationToken cancellationToken) => report.Writer.TableAsync(
        Shape.TableOf(report, CaptionOf(report, profile)),
        Shape.RowsAsync(report, report.Source.RowsAsync(profile, Category, cancellationToken)),
        cancellationToken);

    private string CaptionOf(ReportContext report, int profile) => report.Texts.Count(
        "table.entries", report.Source.Part(profile, Category)!.Rows, ("title", report.Title($"category.{Category}", profile)));
}
