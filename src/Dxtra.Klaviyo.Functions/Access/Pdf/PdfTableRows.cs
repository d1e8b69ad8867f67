using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Access.Pdf;

/// <summary>Draws the rows of one table.</summary>
internal sealed class PdfTableRows(PdfDocument document, PdfFlow flow, PdfTags tags, IReadOnlyList<PdfColumn> columns)
{
    private const double Padding = 4;

    /// <summary>Keeps a label on the line of what it stands before.</summary>
    private const char NoBreak = '\u00A0';

    private readonly PdfStructure _structure = document.Structure;
    private readonly PdfCell[] _cells = [.. columns.Select(_ => new PdfCell(new(document.Fonts)))];
    private readonly PdfCell _details = new(new(document.Fonts));

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
            flow.Rule();
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
                .Add($"{details[i].Label}:{NoBreak}", PdfFonts.Bold)
                .Add(details[i].Value, PdfFonts.Regular);
        flow.Advance(2);
        flow.Draw([_details.Place(PdfStyles.Detail, columns[0].X, PdfFlow.Width - PdfColumns.Gap, cell)]);
        _structure.Close(cell);
        _structure.Close(row);
    }
}
