using System.Globalization;
using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class OrderTotalsTests
{
    private readonly OrderTotals _orders = new();

    [Fact]
    public void An_order_has_its_items_its_total_and_its_history()
    {
        Add("Placed Order", """{"OrderId":"1001","$value":59.90,"$value_currency":"EUR","Items":[{"ProductID":"P1","ProductName":"Scarf","Quantity":2,"ItemPrice":29.95,"RowTotal":59.90}]}""", "2026-01-01T00:00:00Z");
        Add("Fulfilled Order", """{"OrderId":"1001","$value":59.90}""", "2026-01-02T00:00:00Z");
        Add("Refunded Order", """{"OrderId":"1001","$value":29.95}""", "2026-01-09T00:00:00Z");

        var order = Assert.Single(Happened.Read(_orders.TakeAll()));

        Assert.Equal(("1001", "refunded", "2026-01-01T00:00:00Z", "EUR", "59.90"), (
            Text(order["orderId"]), Text(order["status"]), Text(order["placedAt"]), Text(order["currency"]), order["total"]!.ToJsonString()));
        Assert.Equal("""{"productId":"P1","name":"Scarf","quantity":2,"price":29.95,"total":59.90}""", Assert.Single(order["items"]!.AsArray())!.ToJsonString());
        Assert.Equal(["placed 59.90", "fulfilled 59.90", "refunded 29.95"], order["history"]!.AsArray().Select(entry => $"{Text(entry!["status"])} {entry["value"]}"));
        Assert.All(order["history"]!.AsArray(), entry => Assert.StartsWith("E", Text(entry!["eventId"]), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"Order ID":"7"}""", "7")]
    [InlineData("""{"order_id":7}""", "7")]
    [InlineData("""{"OrderNumber":"#7"}""", "#7")]
    [InlineData("""{"$event_id":"7"}""", "7")]
    public void Shops_spell_the_order_number_in_many_ways(string properties, string id)
    {
        Add("Placed Order", properties);

        Assert.Equal(id, Text(Assert.Single(Happened.Read(_orders.TakeAll()))["orderId"]));
    }

    [Fact]
    public void Items_that_come_as_events_of_their_own_are_the_orders_items()
    {
        Add("Placed Order", """{"$event_id":"1001","$value":30}""");
        Add("Ordered Product", """{"$event_id":"1001_P1","Name":"Scarf","$value":10}""");
        Add("Ordered Product", """{"$event_id":"1001_P2","Name":"Gloves","$value":20}""");

        var order = Assert.Single(Happened.Read(_orders.TakeAll()));

        Assert.Equal([("Scarf", 10), ("Gloves", 20)], order["items"]!.AsArray().Select(item => (Text(item!["name"])!, item["price"]!.GetValue<int>())));
        Assert.Single(order["history"]!.AsArray());
    }

    [Fact]
    public void An_order_without_any_number_is_its_event()
    {
        Add("Placed Order", """{"$value":1}""");
        Add("Placed Order", """{"$value":2}""");

        Assert.Equal(["1", "2"], Happened.Read(_orders.TakeAll()).Select(order => order["total"]!.ToJsonString()));
    }

    [Fact]
    public void What_is_no_order_makes_none()
    {
        Add("Viewed Product", """{"OrderId":"1001"}""");
        Add(null, """{"OrderId":"1001"}""");

        Assert.Empty(_orders.TakeAll());
    }

    [Fact]
    public void When_many_are_held_the_older_half_leaves_and_none_is_lost()
    {
        var left = new List<ReadOnlyMemory<byte>>();
        for (var number = 1; number <= 5_000; number++)
        {
            Add("Placed Order", $$"""{"OrderId":"{{number}}"}""");
            left.AddRange(_orders.TakeOldest());
        }

        Assert.NotEmpty(left);
        left.AddRange(_orders.TakeAll());
        Assert.Equal(Enumerable.Range(1, 5_000), Happened.Read(left).Select(order => int.Parse(Text(order["orderId"])!, CultureInfo.InvariantCulture)));
    }

    private void Add(string? metric, string properties, string at = "2026-01-02T03:04:05Z") => _orders.Add(Happened.Event(metric, at, properties));

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
