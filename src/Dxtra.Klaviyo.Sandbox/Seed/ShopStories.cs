using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>Visits to the shop, some of which end in an order.</summary>
internal sealed class ShopStories(SeedContext context, EventSink sink, IReadOnlyList<Product> catalogue, ReviewStories reviews)
{
    private int _orders = 1000;

    public void Visit(Profile profile, DateTimeOffset at, Attribution? attribution)
    {
        sink.Add(profile, MetricNames.ActiveOnSite, at, new JsonObject
        {
            ["browser"] = context.Pick(["Chrome", "Safari", "Firefox"]),
            ["os"] = context.Pick(["iOS", "Windows", "Android"]),
            ["page"] = "https://shop.example.com/",
        });
        var basket = Enumerable.Range(0, context.Random.Number(1, 3)).Select(_ => context.Pick(catalogue)).Distinct().ToList();
        foreach (var product in basket)
            sink.Add(profile, MetricNames.ViewedProduct, at.AddMinutes(2), Describe(product));
        if (!context.Chance(0.3))
            return;
        sink.Add(profile, MetricNames.AddedToCart, at.AddMinutes(5), Describe(basket[0]));
        sink.Add(profile, MetricNames.CheckoutStarted, at.AddMinutes(8), OrderProperties(profile, basket, OrderNumber()));
        if (context.Chance(0.6))
            Order(profile, at.AddMinutes(12), basket, attribution);
    }

    private void Order(Profile profile, DateTimeOffset at, List<Product> basket, Attribution? attribution)
    {
        var number = OrderNumber();
        sink.Add(profile, MetricNames.PlacedOrder, at, OrderProperties(profile, basket, number), attribution);
        foreach (var product in basket)
            sink.Add(profile, MetricNames.OrderedProduct, at, LineItem(product, number));
        if (context.Chance(0.05))
            sink.Add(profile, MetricNames.CancelledOrder, at.AddHours(3), OrderProperties(profile, basket, number));
        else
            Fulfil(profile, at.AddHours(30), basket, number);
        if (context.Chance(0.08))
            sink.Add(profile, MetricNames.RefundedOrder, at.AddHours(40), OrderProperties(profile, basket, number));
    }

    private void Fulfil(Profile profile, DateTimeOffset at, List<Product> basket, string number)
    {
        sink.Add(profile, MetricNames.FulfilledOrder, at, OrderProperties(profile, basket, number));
        reviews.Invite(profile, at.AddHours(10), basket[0]);
    }

    private string OrderNumber() => $"#{++_orders}";

    private static JsonObject Describe(Product product) => new()
    {
        ["ProductID"] = product.Id,
        ["ProductName"] = product.Name,
        ["Categories"] = new JsonArray(product.Category),
        ["Price"] = product.Price,
        ["URL"] = product.Url,
    };

    private static JsonObject LineItem(Product product, string number)
    {
        var item = Describe(product);
        item["OrderId"] = number;
        item["Quantity"] = 1;
        item["$value"] = product.Price;
        item["$value_currency"] = "GBP";
        return item;
    }

    private static JsonObject OrderProperties(Profile profile, List<Product> basket, string number) => new()
    {
        ["OrderId"] = number,
        ["$value"] = Math.Round(basket.Sum(product => product.Price), 2),
        ["$value_currency"] = "GBP",
        ["ItemNames"] = new JsonArray([.. basket.Select(product => JsonValue.Create(product.Name))]),
        ["Items"] = new JsonArray([.. basket.Select(product => LineItem(product, number))]),
        ["ShippingAddress"] = new JsonObject
        {
            ["FirstName"] = profile.Attributes["first_name"]?.DeepClone(),
            ["LastName"] = profile.Attributes["last_name"]?.DeepClone(),
            ["City"] = profile.Attributes["location"]?["city"]?.DeepClone(),
            ["Phone"] = profile.PhoneNumber,
        },
        ["Source Name"] = "web",
    };
}
