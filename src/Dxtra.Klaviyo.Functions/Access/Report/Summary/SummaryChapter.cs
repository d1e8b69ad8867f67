namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The whole in plain words, for somebody who reads no further.</summary>
internal sealed class SummaryChapter : IReportChapter
{
    public string Key => "summary";

    public IReadOnlyList<string> Shows => [];

    public async Task WriteAsync(ReportContext report, CancellationToken cancellationToken)
    {
        var (texts, writer) = (report.Texts, report.Writer);
        if (report.Profiles.Count == 0)
        {
            await writer.ParagraphAsync(texts.Of("summary.nobody", ("company", report.Company)), cancellationToken);
            return;
        }

        var figures = await PersonFigures.OfAsync(report, cancellationToken);
        await writer.ParagraphAsync(IntroductionOf(report), cancellationToken);
        await writer.FactsAsync([.. HeadlineSummary.Of(report, figures)], cancellationToken);
        await MissingSummary.WriteAsync(report, cancellationToken);
        await SectionAsync(report, "known", await KnownSummary.OfAsync(report, figures, cancellationToken), cancellationToken);
        await SectionAsync(report, "origin", await OriginSummary.OfAsync(report, cancellationToken), cancellationToken);
        await SectionAsync(report, "permission", await PermissionSummary.OfAsync(report, cancellationToken), cancellationToken);
        await SectionAsync(report, "sent", [.. SentSummary.Of(report, figures.Messages)], cancellationToken);
        await SectionAsync(report, "bought", [.. BoughtSummary.Of(report, figures.Orders)], cancellationToken);
    }

    private static string IntroductionOf(ReportContext report) => report.IsSupplement
        ? report.Texts.Count("summary.supplement", report.Source.Document.Look)
        : report.Texts.Of("summary.introduction", ("company", report.Company));

    private static async Task SectionAsync(ReportContext report, string name, IReadOnlyList<string> sentences, CancellationToken cancellationToken)
    {
        if (sentences.Count == 0)
            return;
        await report.Writer.HeadingAsync(2, report.Texts[$"summary.{name}"], $"summary-{name}", cancellationToken);
        await report.Writer.BulletsAsync(sentences, cancellationToken);
    }
}
