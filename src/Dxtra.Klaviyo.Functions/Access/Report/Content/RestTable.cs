using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What else was sent, folded away.</summary>
internal static class RestTable
{
    public static async Task WriteAsync(ReportContext report, string title, IReadOnlyList<ReportFact> rest, CancellationToken cancellationToken)
    {
        if (rest.Count == 0)
            return;
        var table = new ReportTable(title, [report.Texts["rest.column"]], report.Texts["details.label"]);
        ReportRow[] rows = [new([report.Texts.Count("rest.fields", rest.Count)], rest)];
        await report.Writer.TableAsync(table, rows.ToAsyncEnumerable(), cancellationToken);
    }
}
