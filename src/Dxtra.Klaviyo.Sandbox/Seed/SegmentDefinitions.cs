using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>The few forms of segment definitions that the seed shows.</summary>
internal static class SegmentDefinitions
{
    public static JsonObject SpentAtLeast(int value) => Single(new JsonObject
    {
        ["type"] = "profile-predictive-analytics",
        ["dimension"] = "historic_clv",
        ["filter"] = new JsonObject { ["type"] = "numeric", ["operator"] = "greater-than-or-equal", ["value"] = value },
    });

    public static JsonObject DidInLastDays(string metricId, int days) => Single(new JsonObject
    {
        ["type"] = "profile-metric",
        ["metric_id"] = metricId,
        ["measurement"] = "count",
        ["measurement_filter"] = new JsonObject { ["type"] = "numeric", ["operator"] = "greater-than", ["value"] = 0 },
        ["timeframe_filter"] = new JsonObject { ["type"] = "date", ["operator"] = "in-the-last", ["unit"] = "day", ["quantity"] = days },
        ["metric_filters"] = null,
    });

    public static JsonObject InRegion(string region) =>
        Single(new JsonObject { ["type"] = "profile-region", ["in_region"] = true, ["region"] = region });

    public static JsonObject PropertyIsSet(string property) => Single(new JsonObject
    {
        ["type"] = "profile-property",
        ["property"] = property,
        ["filter"] = new JsonObject { ["type"] = "existence", ["operator"] = "is-set" },
    });

    private static JsonObject Single(JsonObject condition) => new()
    {
        ["condition_groups"] = new JsonArray(new JsonObject { ["conditions"] = new JsonArray(condition) }),
    };
}
