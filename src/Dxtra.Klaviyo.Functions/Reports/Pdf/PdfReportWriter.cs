using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>Writes a report as a tagged PDF whose pages leave memory as they are finished.</summary>
internal sealed class PdfReportWriter(Stream stream) : IReportWriter, IDisposable
{
    private const string Producer = "Dxtra Klaviyo integration";

    private readonly PdfDocument _document = new(stream);
    private readonly Stack<(int Level, PdfElement Element)> _sections = new();
    private readonly List<Heading> _headings = [];
    private State? _state;

    private sealed record Heading(int Level, string Text, string Anchor);

    private sealed record State(ReportCover Cover, PdfFlow Flow, PdfFooter Footer, PdfTags Tags, PdfTexts Texts, PdfContents Contents);

    private State Begun => _state ?? throw new InvalidOperationException("The report has not begun.");

    /// <summary>The innermost open section.</summary>
    private PdfElement Section => _sections.Count > 0 ? _sections.Peek().Element : _document.Structure.Document;

    public Task BeginAsync(ReportCover cover, CancellationToken cancellationToken)
    {
        var footer = new PdfFooter(_document.Fonts, cover.Footer);
        var flow = new PdfFlow(_document, footer);
        var tags = new PdfTags(_document.File);
        _state = new(cover, flow, footer, tags, new(_document, flow, tags), new(_document, flow));
        PdfCover.Write(_document, flow, _state.Texts, _state.Contents, cover);
        return FlushAsync(cancellationToken);
    }

    /// <summary>A heading waits for what comes below it: then it is known how much has to stand on one page with it.</summary>
    public Task HeadingAsync(int level, string text, string anchor, CancellationToken cancellationToken)
    {
        _headings.Add(new(level, text, anchor));
        return FlushAsync(cancellationToken);
    }

    public Task ParagraphAsync(string text, CancellationToken cancellationToken)
    {
        PlaceHeadings(40);
        Begun.Texts.Write(Section, "P", text, PdfStyles.Body);
        Begun.Flow.Space(7);
        return FlushAsync(cancellationToken);
    }

    public Task NoticeAsync(string text, CancellationToken cancellationToken)
    {
        PlaceHeadings(60);
        Begun.Texts.WriteNotice(Section, text);
        return FlushAsync(cancellationToken);
    }

    public Task BulletsAsync(IReadOnlyList<string> items, CancellationToken cancellationToken)
    {
        PlaceHeadings(40);
        if (items.Count > 0)
            Begun.Texts.WriteBullets(Section, items);
        return FlushAsync(cancellationToken);
    }

    public Task FactsAsync(IReadOnlyList<ReportFact> facts, CancellationToken cancellationToken)
    {
        PlaceHeadings(70);
        if (facts.Count > 0 && facts.All(fact => fact.Kind == ReportKind.Number))
            new PdfFigures(_document, Begun.Flow, Begun.Tags).Write(Section, facts);
        else if (facts.Count > 0)
            Begun.Texts.WriteFacts(Section, facts);
        return FlushAsync(cancellationToken);
    }

    public Task TableAsync(ReportTable table, IAsyncEnumerable<ReportRow> rows, CancellationToken cancellationToken)
    {
        PlaceHeadings(110);
        return new PdfTableWriter(_document, Begun.Flow, Begun.Tags).WriteAsync(Section, table, rows, cancellationToken);
    }

    public Task TimelineAsync(ReportTimeline timeline, CancellationToken cancellationToken)
    {
        if (timeline.Months.Count == 0)
            return Task.CompletedTask;
        PlaceHeadings(200);
        Begun.Flow.Space(6);
        Begun.Texts.Write(Section, "P", timeline.Caption, PdfStyles.Caption);
        Begun.Flow.Advance(4);
        new PdfTimeline(_document, Begun.Flow).Write(Section, timeline);
        var kinds = timeline.Series.Select(_ => ReportKind.Number).Prepend(ReportKind.Text).ToList();
        var rows = timeline.Months.Select(month => new ReportRow([month.Label, .. month.Counts.Select(count => $"{count}")], []));
        return new PdfTableWriter(_document, Begun.Flow, Begun.Tags).WriteAsync(
            Section, new("", [timeline.MonthTitle, .. timeline.Series], Kinds: kinds), rows.ToAsyncEnumerable(), cancellationToken);
    }

    public Task EndAsync(CancellationToken cancellationToken)
    {
        PlaceHeadings(0);
        while (_sections.Count > 0)
            _document.Structure.Close(_sections.Pop().Element);
        Begun.Flow.End();
        Begun.Contents.End();
        return _document.EndAsync(
            new(Begun.Cover.Title, Begun.Cover.Language, Producer), PdfTags.Roles, Begun.Footer.Total(_document.Pages), cancellationToken);
    }

    public void Dispose() => _document.Dispose();

    /// <param name="below">How high the beginning of what comes below is.</param>
    private void PlaceHeadings(double below)
    {
        Begun.Flow.Keep(_headings.Sum(heading => Gap(heading.Level) + PdfStyles.Heading(heading.Level).Leading * 1.5) + below);
        foreach (var heading in _headings)
            PlaceHeading(heading);
        _headings.Clear();
    }

    private void PlaceHeading(Heading heading)
    {
        var flow = Begun.Flow;
        while (_sections.Count > 0 && _sections.Peek().Level >= heading.Level)
            _document.Structure.Close(_sections.Pop().Element);
        _sections.Push((heading.Level, _document.Structure.Open(Section, "Sect")));
        flow.Space(Gap(heading.Level));
        flow.Keep(PdfStyles.Heading(heading.Level).Leading);
        _document.Destinations.Add(heading.Anchor, flow.Page.Id, flow.Y + 12, flow.Number);
        _document.Outline.Add(heading.Level, heading.Text, flow.Page.Id, flow.Y + 12);
        Begun.Texts.Write(Section, $"H{Math.Clamp(heading.Level, 1, 3)}", heading.Text, PdfStyles.Heading(heading.Level));
        flow.Advance(heading.Level == 1 ? 8 : 4);
    }

    private static double Gap(int level) => level switch { 1 => 26, 2 => 16, _ => 8 };

    private Task FlushAsync(CancellationToken cancellationToken) => _document.File.FlushWhenFullAsync(cancellationToken);
}
