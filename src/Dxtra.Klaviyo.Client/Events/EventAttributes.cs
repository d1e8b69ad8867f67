using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// Something that a person did, or that was done to them. Relationships: <c>profile</c>, <c>metric</c>; either may be missing.
/// </summary>
public sealed record EventAttributes
{
    /// <summary>Unix seconds.</summary>
    public long? Timestamp { get; init; }

    /// <summary>The same moment. May lie in the past by years and in the future by up to one.</summary>
    public DateTimeOffset? Datetime { get; init; }

    /// <summary>As received; <c>$event_id</c>, <c>$value</c> and whatever the sender put there.</summary>
    public JsonElement? EventProperties { get; init; }

    public string? Uuid { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }

    /// <summary>The type alone: this is a person's data and does not belong in a log.</summary>
    public override string ToString() => nameof(EventAttributes);
}
