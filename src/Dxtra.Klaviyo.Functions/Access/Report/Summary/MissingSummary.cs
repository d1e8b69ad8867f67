namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What could not be read, before anything else is believed to be everything.</summary>
internal static class MissingSummary
{
    public static async Task WriteAsync(ReportContext report, CancellationToken cancellationToken)
    {
        var gaps =
            from part in report.Source.Document.Parts
            where part.Gap is not null
            group report.Title($"category.{part.Category}", part.Profile) by part.Gap!.Value;
        foreach (var gap in gaps)
        {
            await report.Writer.NoticeAsync(
                report.Texts.Of("summary.missing", ("names", report.Format.Join([.. gap.Distinct()])), ("reason", SectionHead.GapText(report, gap.Key))),
                cancellationToken);
        }
    }
}
