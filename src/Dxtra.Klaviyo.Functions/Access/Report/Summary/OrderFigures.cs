using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What the person ordered, in numbers.</summary>
internal sealed class OrderFigures
{
    private const int MostCurrencies = 50;

    private readonly SortedDictionary<string, decimal> _totals = new(StringComparer.Ordinal);

    public long Orders { get; private set; }

    public long Cancelled { get; private set; }

    public long Refunded { get; private set; }

    public DateTimeOffset? First { get; private set; }

    public DateTimeOffset? Last { get; private set; }

    /// <summary>By currency, empty where none was named.</summary>
    public IReadOnlyDictionary<string, decimal> Totals => _totals;

    public void Add(JsonElement row)
    {
        var placedAt = SentTime.Of(row.Text("placedAt"));
        if (placedAt is null && row.Member("history").Items().Any())
            return; // What became, much later, of an order that has a row already.
        Orders++;
        Cancelled += row.Text("status") == "cancelled" ? 1 : 0;
        Refunded += row.Text("status") == "refunded" ? 1 : 0;
        First = First is null || placedAt < First ? placedAt ?? First : First;
        Last = Last is null || placedAt > Last ? placedAt ?? Last : Last;
        var currency = row.Text("currency") ?? "";
        if (row.Member("total").AsNumber() is { } total && (_totals.Count < MostCurrencies || _totals.ContainsKey(currency)))
            _totals[currency] = _totals.GetValueOrDefault(currency) + total;
    }
}
