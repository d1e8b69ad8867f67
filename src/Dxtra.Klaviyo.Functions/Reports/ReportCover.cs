namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>What stands at the head of a report.</summary>
/// <param name="Language">A BCP 47 tag, such as <c>en</c>.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Subtitle">One line below it.</param>
/// <param name="Facts">Whose data, from where, when.</param>
/// <param name="ContentsTitle">The heading of the table of contents.</param>
/// <param name="Contents">The chapters, in order.</param>
/// <param name="Footer">What stands at the foot of a page, or at the end.</param>
internal sealed record ReportCover(
    string Language, string Title, string Subtitle, IReadOnlyList<ReportFact> Facts, string ContentsTitle,
    IReadOnlyList<ReportChapter> Contents, string Footer);
