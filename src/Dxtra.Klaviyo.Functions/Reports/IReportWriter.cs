namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>
/// A document that is written front to back and never held as a whole. What stands in it is decided in one place
/// (<c>ReportContent</c>); HTML and PDF are two ways to write it. Texts are plain: a writer escapes what its format wants escaped.
/// </summary>
internal interface IReportWriter
{
    /// <summary>Once, first.</summary>
    Task BeginAsync(ReportCover cover, CancellationToken cancellationToken);

    /// <param name="level">1 for a chapter, 2 for a section, 3 for a part of one.</param>
    /// <param name="text">What it says.</param>
    /// <param name="anchor">Unique in the document: letters, digits and hyphens.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    Task HeadingAsync(int level, string text, string anchor, CancellationToken cancellationToken);

    Task ParagraphAsync(string text, CancellationToken cancellationToken);

    /// <summary>A paragraph set apart: something is missing, or is not what one would think.</summary>
    Task NoticeAsync(string text, CancellationToken cancellationToken);

    Task BulletsAsync(IReadOnlyList<string> items, CancellationToken cancellationToken);

    Task FactsAsync(IReadOnlyList<ReportFact> facts, CancellationToken cancellationToken);

    /// <summary>Rows as they come; a table without rows is not written.</summary>
    Task TableAsync(ReportTable table, IAsyncEnumerable<ReportRow> rows, CancellationToken cancellationToken);

    Task TimelineAsync(ReportTimeline timeline, CancellationToken cancellationToken);

    /// <summary>Once, last.</summary>
    Task EndAsync(CancellationToken cancellationToken);
}
