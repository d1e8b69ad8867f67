using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

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
        var details = DetailsOf(row);
        var element = _structure.Open(body, "TR");
        var elements = new PdfElement[columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            elements[i] = i == 0 ? _structure.Open(element, "TH", tags.RowHead) : _structure.Open(element, "TD");
            var column = columns[i];
            _cells[i].Set(PdfColumns.TextOf(row, i), column.Style, column.X, column.Width, elements[i], column.Right);
        }

        flow.Keep(PdfStyles.Cell.Leading + Padding * 2 + (details.Count > 0 ? PdfStyles.Detail.Leading * 2 : 0));
        if (number > 1)
            flow.Rule();
        flow.Advance(Padding);
        flow.Draw(_cells);
        foreach (var cell in elements)
            _structure.Close(cell);
        _structure.Close(element);
        if (details.Count > 0)
            WriteDetails(body, details);
        flow.Advance(Padding);
    }

    /// <summary>A time in words leaves out the seconds; then the time itself is one detail more.</summary>
    private IReadOnlyList<ReportFact> DetailsOf(ReportRow row)
    {
        if (row.Times is not { } times)
            return row.Details;
        List<ReportFact>? exact = null;
        for (var i = 0; i < Math.Min(times.Count, columns.Count); i++)
            if (PdfTime.Exact(PdfColumns.TextOf(row, i), times[i]) is { } time)
                (exact ??= []).Add(new(columns[i].Title, time));
        return exact is null ? row.Details : [.. exact, .. row.Details];
    }

    private void WriteDetails(PdfElement body, IReadOnlyList<ReportFact> details)
    {
        var row = _structure.Open(body, "TR");
        var cell = _structure.Open(row, "TD", tags.Span(columns.Count));
        var text = _details.Text.Clear();
        for (var i = 0; i < details.Count; i++)
            text.Add(i == 0 ? "" : "   ", PdfFonts.Regular)
                .Add($"{details[i].Label}:{NoBreak}", PdfFonts.Bold)
                .Add(PdfTime.Full(details[i]), PdfFonts.Regular);
        flow.Advance(2);
        flow.Draw([_details.Place(PdfStyles.Detail, columns[0].X, PdfFlow.Width - PdfColumns.Gap, cell)]);
        _structure.Close(cell);
        _structure.Close(row);
    }
}
