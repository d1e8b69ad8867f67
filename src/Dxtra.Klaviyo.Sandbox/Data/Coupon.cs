namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>What codes are given out for.</summary>
/// <param name="Id">The id in the shop's system, which is the coupon's id at Klaviyo too: <c>WELCOME10</c>.</param>
/// <param name="Description">Null for none.</param>
/// <param name="LowBalance">The account is told when fewer codes are left; null: it is not.</param>
internal sealed record Coupon(string Id, string? Description, int? LowBalance);
