using System.Text.Json;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>How the rows of a category stand in a table: a column for each field, everything else below it.</summary>
internal sealed class RowShape(string? wrapper, params ReportField[] fields)
{
    public ReportTable TableOf(ReportContext report, string caption) => new(
        caption, [.. fields.Select(field => report.Texts[field.Title])], report.Texts["details.label"], [.. fields.Select(field => field.Kind)]);

    public ReportRow RowOf(ReportContext report, JsonElement row)
    {
        var cells = new string[fields.Length];
        DateTimeOffset?[]? times = null;
        var details = new RowDetails(wrapper);
        for (var column = 0; column < fields.Length; column++)
        {
            var cell = fields[column].CellOf(report, row);
            cells[column] = cell.Text;
            if (cell.Time is not null)
                (times ??= new DateTimeOffset?[fields.Length])[column] = cell.Time;
            if (cell.IsWhole)
                details.LeaveOut(fields[column].Path);
        }

        return new(cells, details.Of(row, report.Texts), times);
    }

    public async IAsyncEnumerable<ReportRow> RowsAsync(ReportContext report, IAsyncEnumerable<JsonElement> rows)
    {
        await foreach (var row in rows)
            yield return RowOf(report, row);
    }

    /// <summary>A line for each field that has a value, and the details of the rest.</summary>
    public (IReadOnlyList<ReportFact> Facts, RowDetails Others) FactsOf(ReportContext report, JsonElement row)
    {
        var facts = new List<ReportFact>();
        var rest = new RowDetails(wrapper);
        foreach (var field in fields)
        {
            if (SentText.IsEmpty(field.ValueOf(row)))
                continue;
            var cell = field.CellOf(report, row);
            facts.Add(new(report.Texts[field.Title], cell.Text, cell.Time, field.Kind));
            if (cell.IsWhole)
                rest.LeaveOut(field.Path);
        }

        return (facts, rest);
    }
}
