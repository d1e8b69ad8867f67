using System.Globalization;
using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The months of a summary, those without an event included.</summary>
internal static class TimelineContent
{
    /// <summary>Events may bear any date. Over a longer time the months without an event are left out.</summary>
    private const int MostMonths = 600;

    private static readonly string[] Series = ["messages", "opens", "clicks", "orders", "other"];

    /// <summary>Null when no event has a time.</summary>
    public static ReportTimeline? Of(ReportContext report, string caption, JsonElement summary)
    {
        var counts = summary.Member("months").Items().Where(month => Index(month) is not null).ToDictionary(month => Index(month)!.Value, CountsOf);
        if (counts.Count == 0)
            return null;
        var (first, last) = (counts.Keys.Min(), counts.Keys.Max());
        var months = last - first < MostMonths ? Enumerable.Range(first, last - first + 1) : counts.Keys.Order();
        return new(
            caption,
            report.Texts["timeline.month"],
            [.. Series.Select(series => report.Texts[$"series.{series}"])],
            [.. months.Select(month => new ReportMonth(report.Format.Month(month / 12, (month % 12) + 1), counts.GetValueOrDefault(month) ?? new int[Series.Length]))]);
    }

    /// <summary>How many events there are by month.</summary>
    public static IReadOnlyDictionary<(int Year, int Month), int> Totals(JsonElement? summary) => summary.Member("months").Items()
        .Where(month => Index(month) is not null)
        .ToDictionary(month => (Index(month)!.Value / 12, (Index(month)!.Value % 12) + 1), month => CountsOf(month).Sum());

    private static int? Index(JsonElement month) =>
        DateTime.TryParseExact(month.Text("month"), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? (first.Year * 12) + first.Month - 1
            : null;

    private static int[] CountsOf(JsonElement month) => [.. Series.Select(series => (int)(month.Member(series).AsNumber() ?? 0))];
}
