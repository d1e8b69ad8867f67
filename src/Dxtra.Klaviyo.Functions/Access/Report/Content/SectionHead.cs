using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The heading of a category, with what a reader should know before the rows.</summary>
internal static class SectionHead
{
    /// <summary>True when rows follow. A category that was read and is empty has no heading.</summary>
    public static async Task<bool> WriteAsync(ReportContext report, int profile, string category, CancellationToken cancellationToken)
    {
        var part = report.Source.Part(profile, category);
        if (part is null || (part.Rows == 0 && part.Gap is null))
            return false;
        await report.Writer.HeadingAsync(2, report.Title($"category.{category}", profile), report.Anchor(category, profile), cancellationToken);
        if (part.Gap is { } reason)
        {
            await report.Writer.NoticeAsync(GapText(report, reason), cancellationToken);
            return false;
        }

        if (report.Texts.Find($"about.{category}") is { } about)
            await report.Writer.ParagraphAsync(about, cancellationToken);
        return true;
    }

    public static string GapText(ReportContext report, GapReason reason) => report.Texts[$"gap.{reason}"];
}
