using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>What codes are given out for; comes along with <see cref="CouponCodesResource.SearchAsync"/>.</summary>
public sealed record CouponAttributes
{
    /// <summary>The id in the shop's system; equals the resource's id.</summary>
    public string? ExternalId { get; init; }

    public string? Description { get; init; }

    /// <summary>As received.</summary>
    public JsonElement? MonitorConfiguration { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
