using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What stands in a report, in which order.</summary>
internal sealed class ReportContent(ReportTexts texts)
{
    private static readonly IReportChapter[] Chapters =
    [
        new SummaryChapter(), new ProfileChapter(), CategoryChapters.Consent, CategoryChapters.Groups, CategoryChapters.Messages,
        CategoryChapters.Orders, CategoryChapters.Records, new PredictionsChapter(), new ActivityChapter(), new ManifestChapter(),
    ];

    public async Task WriteAsync(ExportSource source, IReportWriter writer, CancellationToken cancellationToken)
    {
        var report = new ReportContext(source, texts, writer);
        var chapters = Chapters.Where(chapter => chapter.Shows.Count == 0 || chapter.Shows.Any(report.WasAsked)).ToList();
        await writer.BeginAsync(CoverContent.Of(report, chapters), cancellationToken);
        foreach (var chapter in chapters)
        {
            await writer.HeadingAsync(1, texts[$"chapter.{chapter.Key}"], chapter.Anchor, cancellationToken);
            await chapter.WriteAsync(report, cancellationToken);
        }

        await writer.EndAsync(cancellationToken);
    }
}
