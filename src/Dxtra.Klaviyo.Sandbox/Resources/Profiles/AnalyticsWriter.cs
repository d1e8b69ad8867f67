using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;

namespace Dxtra.Klaviyo.Sandbox.Resources.Profiles;

/// <summary>The <c>predictive_analytics</c> attribute; every field is null without a history.</summary>
internal static class AnalyticsWriter
{
    public static JsonObject Write(PredictiveAnalytics? analytics) => new()
    {
        ["historic_clv"] = analytics?.HistoricClv,
        ["predicted_clv"] = analytics?.PredictedClv,
        ["total_clv"] = analytics is null ? null : Math.Round(analytics.HistoricClv + analytics.PredictedClv, 2),
        ["historic_number_of_orders"] = analytics?.HistoricOrders,
        ["predicted_number_of_orders"] = analytics?.PredictedOrders,
        ["average_days_between_orders"] = analytics?.DaysBetweenOrders,
        ["average_order_value"] = analytics?.AverageOrderValue,
        ["churn_probability"] = analytics?.ChurnProbability,
        ["expected_date_of_next_order"] = TimeText.Seconds(analytics?.ExpectedNextOrder),
        ["ranked_channel_affinity"] = analytics is null ? null : new JsonArray([.. analytics.ChannelAffinity.Select(c => JsonValue.Create(c))]),
    };
}
