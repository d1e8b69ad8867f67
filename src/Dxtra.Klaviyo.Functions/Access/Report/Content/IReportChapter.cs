namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A chapter of the report. It holds totals and the row at hand, never a category.</summary>
internal interface IReportChapter
{
    /// <summary>Its title is the text <c>chapter.{Key}</c>.</summary>
    string Key { get; }

    /// <summary>Not that of a category, which may be called the same.</summary>
    string Anchor => $"chapter-{Key}";

    /// <summary>What it shows; it is left out when nothing of it was asked for. Empty: it always stands.</summary>
    IReadOnlyList<string> Shows { get; }

    Task WriteAsync(ReportContext report, CancellationToken cancellationToken);
}
