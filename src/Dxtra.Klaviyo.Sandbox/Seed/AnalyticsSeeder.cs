using System.Text.Json;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>Works predictive analytics out of the seeded orders, for those who ordered.</summary>
internal static class AnalyticsSeeder
{
    private static readonly string[] Channels = ["email", "sms", "push", "whatsapp"];

    public static void Seed(AccountData data, SeedContext context)
    {
        var placedOrder = data.Metrics.First(metric => metric.Name == MetricNames.PlacedOrder);
        foreach (var orders in data.Events.OfMetric(placedOrder.Id).GroupBy(item => item.ProfileId!))
            data.Profiles.Find(orders.Key)!.Analytics = Predict([.. orders], context);
    }

    private static PredictiveAnalytics Predict(IReadOnlyList<Event> orders, SeedContext context)
    {
        var spent = orders.Sum(Value);
        var days = (orders[^1].Timestamp - orders[0].Timestamp) / 86400d;
        double? between = orders.Count > 1 ? Math.Round(days / (orders.Count - 1), 2) : null;
        return new PredictiveAnalytics
        {
            HistoricClv = Math.Round(spent, 2),
            PredictedClv = Math.Round(spent * context.Random.Double() / 2, 2),
            HistoricOrders = orders.Count,
            PredictedOrders = Math.Round(context.Random.Double() * 3, 2),
            DaysBetweenOrders = between,
            AverageOrderValue = Math.Round(spent / orders.Count, 2),
            ChurnProbability = Math.Round(context.Random.Double(), 4),
            ExpectedNextOrder = between is { } interval ? orders[^1].Time.AddDays(Math.Ceiling(interval)) : null,
            ChannelAffinity = [.. context.Random.Shuffle(Channels).Take(3)],
        };
    }

    private static double Value(Event order)
    {
        using var properties = JsonDocument.Parse(order.Properties);
        return properties.RootElement.GetProperty("$value").GetDouble();
    }
}
