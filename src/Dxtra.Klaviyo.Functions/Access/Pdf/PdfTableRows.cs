using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Access.Pdf;

/// <summary>Draws the head and the rows of one table.</summary>
internal sealed class PdfTableRows(
    PdfDocument document, PdfFlow flow, PdfTags tags, IReadOnlyList<string> titles, IReadOnlyList<PdfColumn> columns)
{
    private const double Padding = 4;

    /// <summary>Of the head, when it is repeated.</summary>
    private const int RepeatedLines = 3;

    private readonly PdfStructure _structure = document.Structure;
    private readonly PdfCell[] _head = [.. columns.Select(_ => new PdfCell(new(document.Fonts)))];
    private readonly PdfCell[] _cells = [.. columns.Select(_ => new PdfCell(new(document.Fonts)))];
    private readonly PdfCell _details = new(new(document.Fonts));

    public void Begin(PdfElement table, string? caption)
    {
        flow.Space(6);
        flow.Keep(90);
        if (!string.IsNullOrEmpty(caption))
        {
            var element = _structure.Open(table, "Caption");
            flow.Draw([new PdfCell(new(document.Fonts)).Set(caption, PdfStyles.Caption, PdfFlow.Left, PdfFlow.Width, element)]);
            _structure.Close(element);
            flow.Advance(4);
        }

        var head = _structure.Open(table, "THead");
        var row = _structure.Open(head, "TR");
        var elements = titles.Select(_ => _structure.Open(row, "TH", tags.ColumnHead)).ToList();
        DrawHead(elements);
        elements.ForEach(_structure.Close);
        _structure.Close(row);
        _structure.Close(head);
        flow.Repeat = () => DrawHead(null);
    }

    public void Write(PdfElement body, ReportRow row, int number)
    {
        var element = _structure.Open(body, "TR");
        var elements = new PdfElement[columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            elements[i] = i == 0 ? _structure.Open(element, "TH", tags.RowHead) : _structure.Open(element, "TD");
            var (column, style) = (columns[i], i == 0 ? PdfStyles.RowName : PdfStyles.Cell);
            _cells[i].Set(PdfColumns.TextOf(row, i), style, column.X, column.Width, elements[i], column.Right);
        }

        flow.Keep(PdfStyles.Cell.Leading + Padding * 2 + (row.Details.Count > 0 ? PdfStyles.Detail.Leading * 2 : 0));
        if (number > 1)
            Rule();
        flow.Advance(Padding);
        flow.Draw(_cells);
        foreach (var cell in elements)
            _structure.Close(cell);
        _structure.Close(element);
        if (row.Details.Count > 0)
            WriteDetails(body, row.Details);
        flow.Advance(Padding);
    }

    private void WriteDetails(PdfElement body, IReadOnlyList<ReportFact> details)
    {
        var row = _structure.Open(body, "TR");
        var cell = _structure.Open(row, "TD", tags.Span(columns.Count));
        var text = _details.Text.Clear();
        for (var i = 0; i < details.Count; i++)
            text.Add(i == 0 ? "" : "   ", PdfFonts.Regular)
                .Add($"{details[i].Label}: ", PdfFonts.Bold)
                .Add(details[i].Value, PdfFonts.Regular);
        flow.Advance(2);
        flow.Draw([_details.Place(PdfStyles.Detail, columns[0].X, PdfFlow.Width - PdfColumns.Gap, cell)]);
        _structure.Close(cell);
        _structure.Close(row);
    }

    /// <param name="elements">The cells' parts of the structure; null when the head is repeated.</param>
    private void DrawHead(IReadOnlyList<PdfElement>? elements)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            _head[i].Set(titles[i], PdfStyles.Head, columns[i].X, columns[i].Width, elements?[i], columns[i].Right);
            if (elements is null && _head[i].Text.Lines.Count > RepeatedLines)
                _head[i].Text.Lines.RemoveRange(RepeatedLines, _head[i].Text.Lines.Count - RepeatedLines);
        }

        flow.Advance(Padding);
        flow.Draw(_head, (top, height) =>
        {
            flow.Page.BeginArtifact();
            flow.Page.Fill(PdfStyles.Tint, PdfFlow.Left, top - height - Padding, PdfFlow.Width, height + Padding * 2);
            flow.Page.End();
        });
        flow.Advance(Padding);
    }

    private void Rule()
    {
        flow.Page.BeginArtifact();
        flow.Page.Fill(PdfStyles.Hairline, PdfFlow.Left, flow.Y, PdfFlow.Width, 0.5);
        flow.Page.End();
    }
}
