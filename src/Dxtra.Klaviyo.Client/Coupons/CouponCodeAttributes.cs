using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>One code of a coupon. Relationships: <c>coupon</c> and <c>profile</c>, the person it was given to.</summary>
public sealed record CouponCodeAttributes
{
    public string? UniqueCode { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Such as <c>ASSIGNED_TO_PROFILE</c>, <c>USED</c>, <c>UNASSIGNED</c>.</summary>
    public string? Status { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }

    /// <summary>The type alone: whoever has the code can spend it.</summary>
    public override string ToString() => nameof(CouponCodeAttributes);
}
