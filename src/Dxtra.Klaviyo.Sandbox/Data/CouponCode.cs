namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>A code of a coupon, given to one person or to nobody yet.</summary>
internal sealed record CouponCode
{
    public const string Assigned = "ASSIGNED_TO_PROFILE";
    public const string Unassigned = "UNASSIGNED";
    public const string Used = "USED";

    public required string CouponId { get; init; }

    public required string UniqueCode { get; init; }

    /// <summary>Null for a code that nobody has.</summary>
    public string? ProfileId { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public string Id => $"{CouponId}-{UniqueCode}";
}
