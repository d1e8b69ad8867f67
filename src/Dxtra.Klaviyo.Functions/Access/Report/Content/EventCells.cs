using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What an event's row says in a line.</summary>
internal static class EventCells
{
    private const int MostCharacters = 160;

    public static ReportCell Metric(ReportContext report, JsonElement row) =>
        new(row.Text("metric") is { } metric ? Cut(metric) : report.Texts["event.unnamed"]);

    public static ReportCell Time(ReportContext report, JsonElement row) =>
        new HappenedEvent(row).Time is { } time ? new(report.Format.Moment(time), time) : default;

    /// <summary>The property that tells most: a subject, a product, a list, a page.</summary>
    public static ReportCell About(ReportContext report, JsonElement row)
    {
        var happened = new HappenedEvent(row);
        var about = happened.Properties.FirstOf(
            "Subject", "Title", "Message Name", "ProductName", "Product Name", "Name", "List", "Campaign Name", "Search Term", "title", "URL", "Page", "url").AsText();
        var value = happened.Value is { } amount and not 0 ? report.Format.Money(amount, happened.Currency) : null;
        return new((about, value) switch
        {
            ({ } text, { } money) => $"{Cut(text)} · {money}",
            _ => about is null ? value ?? "" : Cut(about),
        });
    }

    private static string Cut(string text) => SentText.Cut(text, MostCharacters);
}
