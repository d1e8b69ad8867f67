using Dxtra.Klaviyo.Functions.Hosting.Pdf;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>Divides a table's width among its columns by what stands in the first rows.</summary>
internal static class PdfColumns
{
    public const double Gap = 14;

    /// <summary>A longer word is broken rather than given more room.</summary>
    private const double LongestWord = 110;

    public static IReadOnlyList<PdfColumn> Plan(ReportTable table, IReadOnlyList<ReportRow> rows, PdfTextBlock text)
    {
        var styles = table.Columns.Select((_, column) => PdfStyles.CellOf(KindOf(table, column), isName: column == 0)).ToList();
        var wanted = table.Columns.Select((title, column) => Want(title, rows.Select(row => TextOf(row, column)), styles[column], text)).ToList();
        var widths = Divide(wanted, PdfFlow.Width - Gap * wanted.Count);
        var (columns, x) = (new List<PdfColumn>(), PdfFlow.Left + Gap / 2);
        for (var i = 0; i < widths.Count; i++)
        {
            columns.Add(new(x, widths[i], table.Columns[i], styles[i], i > 0 && KindOf(table, i) == ReportKind.Number));
            x += widths[i] + Gap;
        }

        return columns;
    }

    public static string TextOf(ReportRow row, int column) => column < row.Cells.Count ? row.Cells[column] : "";

    /// <summary>The least a column needs, and what would let it stand in single lines.</summary>
    private static (double Least, double Full) Want(string title, IEnumerable<string> texts, PdfTextStyle style, PdfTextBlock text)
    {
        var (least, full) = Measure(title, PdfStyles.Head, text);
        foreach (var cell in texts)
        {
            var (word, line) = Measure(cell, style, text);
            (least, full) = (Math.Max(least, word), Math.Max(full, line));
        }

        return (Math.Min(least, LongestWord), full);
    }

    private static (double Word, double Line) Measure(string cell, PdfTextStyle style, PdfTextBlock text)
    {
        var (line, word) = text.Clear().Add(cell.Length > 400 ? cell[..400] : cell, style.Weight).Measure();
        return (word * style.Size / 1000 + 0.5, line * style.Size / 1000 + 0.5);
    }

    /// <summary>Each its full width and a share of what is left; when there is no room for that, its least and a share by what it lacks.</summary>
    private static List<double> Divide(List<(double Least, double Full)> wanted, double available)
    {
        var (least, full) = (wanted.Sum(want => want.Least), wanted.Sum(want => want.Full));
        if (full <= available)
            return [.. wanted.Select(want => want.Full * available / full)];
        if (least >= available)
            return [.. wanted.Select(want => want.Least * available / least)];
        var lacks = wanted.Select(want => Math.Sqrt(Math.Max(want.Full - want.Least, 0))).ToList();
        var total = lacks.Sum();
        return [.. wanted.Select((want, i) => want.Least + (available - least) * lacks[i] / total)];
    }

    private static ReportKind KindOf(ReportTable table, int column) => table.Kinds is { } kinds ? kinds[column] : ReportKind.Text;
}
