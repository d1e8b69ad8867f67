using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What an order's row says in a line.</summary>
internal static class OrderCells
{
    private const int MostItems = 4;

    /// <summary>“2 × Tote bag and Linen shirt”</summary>
    public static ReportCell Items(ReportContext report, JsonElement row)
    {
        var items = row.Member("items").Items();
        var named = items.Take(MostItems).Select(item => Item(report, item)).OfType<string>().ToList();
        return new(report.Format.JoinSome(named, MostItems, items.Count() - Math.Min(items.Count(), MostItems) + named.Count));
    }

    public static ReportCell Total(ReportContext report, JsonElement row) =>
        row.Member("total").AsNumber() is { } total ? new(report.Format.Money(total, row.Text("currency"))) : default;

    private static string? Item(ReportContext report, JsonElement item) => (item.Text("name") ?? item.Text("productId"), item.Member("quantity").AsNumber()) switch
    {
        (null, _) => null,
        ({ } name, { } quantity) when quantity != 1 => report.Texts.Of("order.item", ("quantity", report.Format.Number(quantity)), ("name", name)),
        ({ } name, _) => name,
    };
}
