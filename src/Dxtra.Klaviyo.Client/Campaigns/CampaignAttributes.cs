using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>A campaign: one message to many people.</summary>
public sealed record CampaignAttributes
{
    public string? Name { get; init; }

    /// <summary>Such as <c>Draft</c>, <c>Scheduled</c>, <c>Sent</c>, <c>Cancelled: No Recipients</c>.</summary>
    public string? Status { get; init; }

    public bool? Archived { get; init; }

    public CampaignAudiences? Audiences { get; init; }

    /// <summary>As received; its form depends on the channel.</summary>
    public JsonElement? SendOptions { get; init; }

    /// <summary>As received; its form depends on the channel.</summary>
    public JsonElement? TrackingOptions { get; init; }

    /// <summary>As received; its form depends on the <c>method</c> in it.</summary>
    public JsonElement? SendStrategy { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? ScheduledAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? SendTime { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
