using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Orders, put together from the events of shops. Every shop names its fields differently; those of the common ones are known. Orders
/// leave when many are held: one that is refunded much later then has a second row, with its history alone.
/// </summary>
internal sealed class OrderTotals
{
    private const int MostHeld = 2_000;

    private static readonly Dictionary<string, string?> Statuses = new()
    {
        ["Placed Order"] = "placed",
        ["Fulfilled Order"] = "fulfilled",
        ["Cancelled Order"] = "cancelled",
        ["Refunded Order"] = "refunded",
        ["Ordered Product"] = null,
    };

    private readonly Dictionary<string, Order> _held = [];
    private readonly Queue<string> _oldestFirst = [];

    public void Add(HappenedEvent happened)
    {
        if (happened.Metric is null || !Statuses.TryGetValue(happened.Metric, out var status))
            return;
        var properties = happened.Properties;
        var id = properties.FirstOf("OrderId", "Order ID", "OrderID", "orderId", "order_id", "$order_id", "OrderNumber", "Order Number", "order_number").AsText()
            ?? OfEventId(properties, isItem: status is null) ?? happened.Id ?? "";
        if (!_held.TryGetValue(id, out var order))
        {
            _held[id] = order = new(id);
            _oldestFirst.Enqueue(id);
        }

        if (status is null)
            order.AddItem(properties);
        else
            order.Add(status, happened);
    }

    /// <summary>The older half as rows when too many are held; otherwise none.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> TakeOldest() => _held.Count > MostHeld ? Take(MostHeld / 2) : [];

    public IReadOnlyList<ReadOnlyMemory<byte>> TakeAll() => Take(_held.Count);

    private List<ReadOnlyMemory<byte>> Take(int count)
    {
        var rows = new List<ReadOnlyMemory<byte>>(count);
        for (; count > 0; count--)
        {
            _held.Remove(_oldestFirst.Dequeue(), out var order);
            rows.Add(RowBytes.Of(order!.Write));
        }

        return rows;
    }

    /// <summary>Shops that name no order give the event its id, and a line item that id with more behind it.</summary>
    private static string? OfEventId(JsonElement? properties, bool isItem) => properties.Member("$event_id").AsText() switch
    {
        { } text when isItem && text.IndexOfAny(['_', ':', '-']) is > 0 and var end => text[..end],
        var text => text,
    };

    private sealed class Order(string id)
    {
        private readonly List<(string Status, string? At, decimal? Value, string? EventId)> _history = [];
        private readonly List<ReadOnlyMemory<byte>> _ordered = [];
        private IReadOnlyList<ReadOnlyMemory<byte>> _items = [];
        private string? _currency;

        public void AddItem(JsonElement? properties) => _ordered.Add(ItemOf(properties));

        public void Add(string status, HappenedEvent happened)
        {
            var items = happened.Properties.FirstOf("Items", "items", "line_items", "LineItems") ?? happened.Properties.Member("$extra").FirstOf("line_items", "Items");
            if (_items.Count == 0)
                _items = [.. items.Items().Select(item => ItemOf(item))];
            _currency ??= happened.Currency;
            _history.Add((status, happened.At, happened.Value, happened.Id));
        }

        public void Write(Utf8JsonWriter json)
        {
            var placed = _history.Find(entry => entry.Status == "placed");
            json.WriteString("orderId", id);
            json.WriteString("status", _history.Count == 0 ? "placed" : _history[^1].Status);
            json.WriteString("placedAt", placed.At);
            json.WriteString("currency", _currency);
            Number(json, "total", placed.Value ?? (_history.Count == 0 ? null : _history[0].Value));
            json.WriteStartArray("items");
            foreach (var item in _items.Count > 0 ? _items : _ordered)
                json.WriteRawValue(item.Span, skipInputValidation: true);
            json.WriteEndArray();
            json.WriteStartArray("history");
            foreach (var (status, at, value, eventId) in _history)
            {
                json.WriteStartObject();
                json.WriteString("status", status);
                json.WriteString("at", at);
                Number(json, "value", value);
                json.WriteString("eventId", eventId);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private static ReadOnlyMemory<byte> ItemOf(JsonElement? item) => RowBytes.Of(json =>
        {
            json.Write("productId", item.FirstOf("ProductID", "ProductId", "product_id", "SKU", "sku", "id"));
            json.Write("name", item.FirstOf("ProductName", "Product Name", "Name", "name", "title"));
            json.Write("quantity", item.FirstOf("Quantity", "quantity"));
            json.Write("price", item.FirstOf("ItemPrice", "Item Price", "Price", "price", "$value"));
            json.Write("total", item.FirstOf("RowTotal", "Row Total", "LineTotal", "line_price"));
        });

        private static void Number(Utf8JsonWriter json, string name, decimal? value)
        {
            if (value is { } number)
                json.WriteNumber(name, number);
            else
                json.WriteNull(name);
        }
    }
}
