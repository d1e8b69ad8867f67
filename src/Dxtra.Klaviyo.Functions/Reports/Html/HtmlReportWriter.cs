namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>
/// Writes a report as one HTML file that needs nothing else: no script, no request, one style sheet inside. It is well-formed XML
/// too. Level 3 of the headings is folded, with everything below it.
/// </summary>
internal sealed class HtmlReportWriter(Stream stream, ReportTexts texts) : IReportWriter, IAsyncDisposable
{
    private readonly HtmlOutput _html = new(stream);
    private readonly Stack<(int Level, string Close)> _open = [];
    private string _footer = "";

    public Task BeginAsync(ReportCover cover, CancellationToken cancellationToken)
    {
        var style = new HtmlStyle(cover.Title);
        _footer = cover.Footer;
        _html.Markup("<!DOCTYPE html>\n<html lang=\"").Text(cover.Language).Markup("\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Markup($"<meta http-equiv=\"Content-Security-Policy\" content=\"{style.Policy}\"/>\n")
            .Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n")
            .Markup("<meta name=\"robots\" content=\"noindex\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>").Text(cover.Title)
            .Markup("</title>\n<style>").Markup(style.Text).Markup("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">").Text(texts["html.skip"])
            .Markup("</a>\n<header>\n<h1>").Text(cover.Title).Markup("</h1>\n<p class=\"lead\">").Text(cover.Subtitle).Markup("</p>\n")
            .Facts(cover.Facts).Markup("</header>\n<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">").Text(cover.ContentsTitle).Markup("</h2>\n<ol>");
        foreach (var chapter in cover.Contents)
            _html.Markup("<li><a href=\"#").Text(chapter.Anchor).Markup("\">").Text(chapter.Text).Markup("</a></li>");
        _html.Markup("</ol>\n</nav>\n<main id=\"content\">\n");
        return _html.FlushAsync(cancellationToken);
    }

    public Task HeadingAsync(int level, string text, string anchor, CancellationToken cancellationToken)
    {
        CloseTo(level);
        var (begin, end, close) = level < 3
            ? ($"<section class=\"l{ReportFormat.Plain(level)}\">", "\n", "</section>\n")
            : ("<details class=\"fold\"><summary>", "</summary>\n", "</details>\n");
        _open.Push((level, close));
        var tag = $"h{ReportFormat.Plain(level + 1)}";
        _html.Markup($"{begin}<{tag} id=\"").Text(anchor).Markup("\">").Text(text).Markup($"</{tag}>{end}");
        return _html.FlushAsync(cancellationToken);
    }

    public Task ParagraphAsync(string text, CancellationToken cancellationToken) => ElementAsync("<p>", text, "</p>\n", cancellationToken);

    public Task NoticeAsync(string text, CancellationToken cancellationToken) => ElementAsync("<p class=\"notice\">", text, "</p>\n", cancellationToken);

    public Task BulletsAsync(IReadOnlyList<string> items, CancellationToken cancellationToken)
    {
        _html.Markup("<ul>");
        foreach (var item in items)
            _html.Markup("<li>").Text(item).Markup("</li>");
        _html.Markup("</ul>\n");
        return _html.FlushAsync(cancellationToken);
    }

    public Task FactsAsync(IReadOnlyList<ReportFact> facts, CancellationToken cancellationToken)
    {
        if (facts.Count > 0)
            _html.Facts(facts);
        return _html.FlushAsync(cancellationToken);
    }

    public Task TableAsync(ReportTable table, IAsyncEnumerable<ReportRow> rows, CancellationToken cancellationToken) =>
        new HtmlTable(_html, table, texts).WriteAsync(rows, cancellationToken);

    public Task TimelineAsync(ReportTimeline timeline, CancellationToken cancellationToken) =>
        timeline.Months.Count == 0 ? Task.CompletedTask : new HtmlTimeline(_html, timeline, texts).WriteAsync(cancellationToken);

    public Task EndAsync(CancellationToken cancellationToken)
    {
        CloseTo(0);
        _html.Markup("</main>\n<footer>").Text(_footer).Markup("</footer>\n</body>\n</html>\n");
        return _html.EmptyAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _html.DisposeAsync();

    private Task ElementAsync(string begin, string text, string end, CancellationToken cancellationToken)
    {
        _html.Markup(begin).Text(text).Markup(end);
        return _html.FlushAsync(cancellationToken);
    }

    /// <summary>A heading opens what the next one of its level, or of a higher one, closes.</summary>
    private void CloseTo(int level)
    {
        while (_open.TryPeek(out var open) && open.Level >= level)
            _html.Markup(_open.Pop().Close);
    }
}
