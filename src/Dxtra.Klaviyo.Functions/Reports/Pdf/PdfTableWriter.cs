using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>
/// Writes a table of any length. Its rows are grouped into bodies of a few hundred, so that no element of the structure holds
/// them all.
/// </summary>
internal sealed class PdfTableWriter(PdfDocument document, PdfFlow flow, PdfTags tags)
{
    /// <summary>Rows that are looked at before the columns are divided.</summary>
    private const int Looked = 60;

    private const int RowsOfBody = 250;

    private readonly PdfStructure _structure = document.Structure;

    public async Task WriteAsync(
        PdfElement parent, ReportTable table, IAsyncEnumerable<ReportRow> rows, CancellationToken cancellationToken)
    {
        await using var all = rows.GetAsyncEnumerator(cancellationToken);
        List<ReportRow> first = [];
        while (first.Count < Looked && await all.MoveNextAsync())
            first.Add(all.Current);
        if (first.Count == 0)
            return;

        var columns = PdfColumns.Plan(table, first, new(document.Fonts));
        var element = _structure.Open(parent, "Table");
        new PdfTableHead(document, flow, tags, table, columns).Begin(element);
        var row = new PdfTableRows(document, flow, tags, columns);
        var body = _structure.Open(element, "TBody");
        var count = 0;
        foreach (var early in first)
            row.Write(body, early, ++count);
        for (first.Clear(); await all.MoveNextAsync();)
        {
            if (count % RowsOfBody == 0)
            {
                _structure.Close(body);
                body = _structure.Open(element, "TBody");
            }

            row.Write(body, all.Current, ++count);
            await document.File.FlushWhenFullAsync(cancellationToken);
        }

        _structure.Close(body);
        _structure.Close(element);
        flow.Repeat = null;
        flow.Advance(12);
    }
}
