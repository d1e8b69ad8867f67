namespace Dxtra.Klaviyo.Benchmarks.Report;

internal static class MarkdownTable
{
    /// <summary>The lines of a table, its columns padded so that it reads as text too; none when there are no rows.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = rows.ToList();
        if (lines.Count == 0)
            return [];
        var widths = head.Select((title, column) => lines.Select(row => row[column].Length).Append(title.Length).Max()).ToList();
        var rule = widths.Select(width => new string('-', width)).ToList();
        return lines.Prepend(rule).Prepend(head).Select(row => $"| {string.Join(" | ", row.Zip(widths, (cell, width) => cell.PadRight(width)))} |");
    }
}
