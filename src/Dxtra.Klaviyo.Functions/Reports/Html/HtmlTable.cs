namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>
/// A table as it comes. A long one is cut into tables of one look: a browser then lays out what is in sight and skips the rest
/// (<c>content-visibility</c> does nothing inside a table).
/// </summary>
internal sealed class HtmlTable(HtmlOutput html, ReportTable table, ReportTexts texts)
{
    private const int RowsInOne = 250;

    private int _rows;

    public async Task WriteAsync(IAsyncEnumerable<ReportRow> rows, CancellationToken cancellationToken)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (_rows % RowsInOne == 0)
                Begin();
            Row(row);
            _rows++;
            await html.FlushAsync(cancellationToken);
        }

        if (_rows > 0)
            html.Markup("</tbody></table></div>\n");
    }

    private void Begin()
    {
        html.Markup(_rows == 0 ? "<div class=\"table\"><table><caption>" : "</tbody></table></div>\n<div class=\"table next\"><table><caption>");
        html.Text(_rows == 0 ? table.Caption : texts.Of("html.continued", ("caption", table.Caption))).Markup("</caption><colgroup>");
        for (var column = 0; column < table.Columns.Count; column++)
            html.Markup($"<col{ClassOf(column)}/>");
        html.Markup("</colgroup><thead><tr>");
        for (var column = 0; column < table.Columns.Count; column++)
            html.Markup($"<th scope=\"col\"{ClassOf(column)}>").Text(table.Columns[column]).Markup("</th>");
        html.Markup("</tr></thead><tbody>\n");
    }

    private void Row(ReportRow row)
    {
        html.Markup("<tr><th scope=\"row\">").Value(row.Cells[0], row.Times?[0]).Markup("</th>");
        for (var column = 1; column < row.Cells.Count; column++)
        {
            html.Markup($"<td{ClassOf(column)} data-l=\"").Text(table.Columns[column]).Markup("\">")
                .Value(row.Cells[column], row.Times?[column]).Markup("</td>");
        }

        html.Markup("</tr>\n");
        if (row.Details.Count == 0 || table.DetailsLabel is not { } label)
            return;
        html.Markup($"<tr class=\"m\"><td colspan=\"{ReportFormat.Plain(row.Cells.Count)}\"><details><summary>").Text(label).Markup("</summary>")
            .Facts(row.Details).Markup("</details></td></tr>\n");
    }

    private string ClassOf(int column) => table.Kinds is { } kinds ? HtmlValue.ClassOf(kinds[column]) : "";
}
