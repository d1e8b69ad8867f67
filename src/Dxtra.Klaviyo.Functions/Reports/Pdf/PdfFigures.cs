using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>Labels that all stand before a number: the numbers are set large, side by side.</summary>
internal sealed class PdfFigures(PdfDocument document, PdfFlow flow, PdfTags tags)
{
    private const int MostInRow = 4;
    private const double Gap = 10, Inset = 12, Padding = 9;

    private readonly PdfStructure _structure = document.Structure;

    public void Write(PdfElement parent, IReadOnlyList<ReportFact> facts)
    {
        var table = _structure.Open(parent, "Table");
        var inRow = (int)Math.Ceiling(facts.Count / Math.Ceiling(facts.Count / (double)MostInRow));
        foreach (var row in facts.Chunk(inRow))
            WriteRow(table, row, (PdfFlow.Width + Gap) / inRow);
        _structure.Close(table);
        flow.Space(10);
    }

    private void WriteRow(PdfElement table, ReportFact[] facts, double step)
    {
        var rows = facts.Select(_ => _structure.Open(table, "TR")).ToList();
        var labels = facts.Select((fact, i) => Cell(fact.Label, PdfStyles.FigureLabel, i * step, step, _structure.Open(rows[i], "TH", tags.RowHead))).ToList();
        var numbers = facts.Select((fact, i) => Cell(fact.Value, PdfStyles.Figure, i * step, step, _structure.Open(rows[i], "TD"))).ToList();
        var height = numbers.Max(cell => cell.Height) + labels.Max(cell => cell.Height) + Padding * 2;
        flow.Keep(height);
        for (var i = 0; i < facts.Length; i++)
            flow.Shade(PdfStyles.Tint, flow.Y, height, step - Gap, i * step);
        flow.Advance(Padding);
        flow.Draw(numbers);
        flow.Draw(labels);
        flow.Advance(Padding + Gap);
        foreach (var cell in labels.Concat(numbers))
            _structure.Close(cell.Element!);
        rows.ForEach(_structure.Close);
    }

    private PdfCell Cell(string text, PdfTextStyle style, double x, double step, PdfElement element) =>
        new PdfCell(new(document.Fonts)).Set(text, style, PdfFlow.Left + x + Inset, step - Gap - Inset * 2, element);
}
