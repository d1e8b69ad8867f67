using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>A code for one person. Relationships: <c>coupon</c>, <c>profile</c>.</summary>
public sealed record CouponCodeAttributes
{
    public string? UniqueCode { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// <c>ASSIGNED_TO_PROFILE</c>, <c>USED</c>, <c>UNASSIGNED</c>, <c>PROCESSING</c>, <c>DELETING</c> or <c>VERSION_NOT_ACTIVE</c>.
    /// </summary>
    public string? Status { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }

    /// <summary>The type alone: this is a person's data and does not belong in a log.</summary>
    public override string ToString() => nameof(CouponCodeAttributes);
}
