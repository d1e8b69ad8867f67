using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Rows of events, as they lie in a part.</summary>
internal static class Happened
{
    private static int _count;

    /// <param name="metric">Its name; null: Klaviyo knows no longer.</param>
    /// <param name="at">RFC 3339; null: the event has no time.</param>
    /// <param name="properties">A JSON object.</param>
    /// <param name="attributedTo">A JSON object: what the event is credited to.</param>
    public static JsonElement Row(string? metric, string? at = "2026-01-02T03:04:05Z", string properties = "{}", string? attributedTo = null) =>
        JsonSerializer.SerializeToElement(new JsonObject
        {
            ["metric"] = metric,
            ["event"] = new JsonObject
            {
                ["id"] = $"E{Interlocked.Increment(ref _count)}",
                ["attributes"] = new JsonObject { ["datetime"] = at, ["event_properties"] = JsonNode.Parse(properties) },
            },
            ["attributedTo"] = attributedTo is null ? new JsonArray() : new JsonArray(JsonNode.Parse(attributedTo)),
        });

    public static HappenedEvent Event(string? metric, string? at = "2026-01-02T03:04:05Z", string properties = "{}", string? attributedTo = null) =>
        new(Row(metric, at, properties, attributedTo));

    /// <summary>Rows of a part as JSON.</summary>
    public static IReadOnlyList<JsonObject> Read(IEnumerable<ReadOnlyMemory<byte>> rows) =>
        [.. rows.Select(row => JsonNode.Parse(row.Span)!.AsObject())];
}
