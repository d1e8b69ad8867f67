using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>A segment: a group whose members Klaviyo computes.</summary>
public sealed record SegmentAttributes
{
    public string? Name { get; init; }

    /// <summary>The conditions for membership, as received.</summary>
    public JsonElement? Definition { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public bool? IsActive { get; init; }

    /// <summary>True while membership is being computed, so that members may be missing.</summary>
    public bool? IsProcessing { get; init; }

    public bool? IsStarred { get; init; }

    /// <summary>How many profiles are in it; only when asked for.</summary>
    public long? ProfileCount { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
