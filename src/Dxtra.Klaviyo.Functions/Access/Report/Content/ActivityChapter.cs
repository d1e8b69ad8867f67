using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Everything that was recorded: by month, by kind, and one by one.</summary>
internal sealed class ActivityChapter : IReportChapter
{
    private static readonly RowShape Metrics = new(
        null,
        ReportField.Composed("column.metric", ReportKind.Text, EventCells.Metric),
        ReportField.Number("column.count", "count"),
        ReportField.Time("column.firstAt", "firstAt"),
        ReportField.Time("column.lastAt", "lastAt"));

    public string Key => "activity";

    public IReadOnlyList<string> Shows { get; } = [Categories.Summary, Categories.Events];

    public async Task WriteAsync(ReportContext report, CancellationToken cancellationToken)
    {
        foreach (var profile in report.ProfileIndexes)
        {
            var summary = await report.Source.SingleAsync(profile, Categories.Summary, cancellationToken);
            if (await SectionHead.WriteAsync(report, profile, Categories.Summary, cancellationToken) && summary is { } row)
                await WriteSummaryAsync(report, profile, row, cancellationToken);
            if (await SectionHead.WriteAsync(report, profile, Categories.Events, cancellationToken))
                await new EventMonths(report, profile, summary).WriteAsync(cancellationToken);
        }

        await CategoryChapter.NothingAsync(report, [Categories.Events], cancellationToken);
    }

    private static async Task WriteSummaryAsync(ReportContext report, int profile, JsonElement summary, CancellationToken cancellationToken)
    {
        if (TimelineContent.Of(report, report.Title("timeline.caption", profile), summary) is { } timeline)
            await report.Writer.TimelineAsync(timeline, cancellationToken);
        var table = Metrics.TableOf(report, report.Title("metrics.caption", profile)) with { DetailsLabel = null };
        await report.Writer.TableAsync(table, MetricsOf(report, summary).ToAsyncEnumerable(), cancellationToken);
    }

    private static IEnumerable<ReportRow> MetricsOf(ReportContext report, JsonElement summary) =>
        summary.Member("metrics").Items().Select(metric => Metrics.RowOf(report, metric) with { Details = [] });
}
