using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>Where the events of a metric come from. The specification leaves its fields open; these were seen.</summary>
public sealed record MetricIntegration
{
    public string? Id { get; init; }

    public string? Key { get; init; }

    public string? Name { get; init; }

    /// <summary>A word, or an object with <c>id</c>, <c>key</c> and <c>name</c>.</summary>
    public JsonElement? Category { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
