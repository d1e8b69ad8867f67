using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;

namespace Dxtra.Klaviyo.Sandbox.Resources.Coupons;

/// <summary>Coupons as resource objects.</summary>
internal static class CouponWriter
{
    public static JsonObject Write(Coupon coupon, ResourceWriter writer) => writer.Resource(
        ResourceTypes.Coupon,
        coupon.Id,
        new JsonObject
        {
            ["external_id"] = coupon.Id,
            ["description"] = coupon.Description,
            ["monitor_configuration"] = coupon.LowBalance is { } threshold
                ? new JsonObject { ["low_balance_threshold"] = threshold }
                : null,
        });
}
