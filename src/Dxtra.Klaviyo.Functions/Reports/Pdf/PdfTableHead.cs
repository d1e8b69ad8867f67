using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>
/// The head of a table: its caption once, the columns' titles on each page. A screen reader meets them once, for what is
/// repeated is no part of the structure.
/// </summary>
internal sealed class PdfTableHead(PdfDocument document, PdfFlow flow, PdfTags tags, ReportTable table, IReadOnlyList<PdfColumn> columns)
{
    private const double Padding = 4;

    /// <summary>Of each title, when it is repeated.</summary>
    private const int RepeatedLines = 3;

    private readonly PdfStructure _structure = document.Structure;
    private readonly PdfCell[] _titles = [.. columns.Select(_ => new PdfCell(new(document.Fonts)))];
    private readonly PdfCell _details = new(new(document.Fonts));

    public void Begin(PdfElement element)
    {
        flow.Space(6);
        flow.Keep(90);
        if (table.Caption.Length > 0)
            WriteCaption(element);
        var head = _structure.Open(element, "THead");
        var row = _structure.Open(head, "TR");
        var titles = table.Columns.Select(_ => _structure.Open(row, "TH", tags.ColumnHead)).ToList();
        var details = table.DetailsLabel is null ? null : _structure.Open(head, "TR");
        var label = details is null ? null : _structure.Open(details, "TH", tags.WideHead(columns.Count));
        Draw(titles, label);
        titles.ForEach(_structure.Close);
        _structure.Close(row);
        if (details is not null)
        {
            _structure.Close(label!);
            _structure.Close(details);
        }

        _structure.Close(head);
        flow.Repeat = () => Draw(null, null);
    }

    private void WriteCaption(PdfElement element)
    {
        var caption = _structure.Open(element, "Caption");
        flow.Draw([new PdfCell(new(document.Fonts)).Set(table.Caption, PdfStyles.Caption, PdfFlow.Left, PdfFlow.Width, caption)]);
        _structure.Close(caption);
        flow.Advance(4);
    }

    /// <param name="titles">The titles' parts of the structure; null when the head is repeated.</param>
    /// <param name="details">That of what the details are called.</param>
    private void Draw(IReadOnlyList<PdfElement>? titles, PdfElement? details)
    {
        for (var i = 0; i < columns.Count; i++)
            Shorten(_titles[i].Set(columns[i].Title, PdfStyles.Head, columns[i].X, columns[i].Width, titles?[i], columns[i].Right), titles is null);
        flow.Advance(Padding);
        flow.Draw(_titles, (top, height) => flow.Shade(PdfStyles.Tint, top + Padding, height + Padding * 2));
        flow.Advance(Padding);
        if (table.DetailsLabel is null)
            return;
        Shorten(_details.Set(table.DetailsLabel, PdfStyles.Detail, columns[0].X, PdfFlow.Width - PdfColumns.Gap, details), titles is null);
        flow.Draw([_details], (top, height) => flow.Shade(PdfStyles.Tint, top, height + Padding));
        flow.Advance(Padding);
    }

    private static void Shorten(PdfCell cell, bool repeated)
    {
        var lines = cell.Text.Lines;
        if (repeated && lines.Count > RepeatedLines)
            lines.RemoveRange(RepeatedLines, lines.Count - RepeatedLines);
    }
}
