using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;

namespace Dxtra.Klaviyo.Sandbox.Resources.Coupons;

/// <summary>Coupon codes as resource objects, with their coupon on request.</summary>
internal sealed class CouponCodeWriter(AccountData data, ResourceWriter writer)
{
    private const string Coupon = "coupon";
    private const string Profile = "profile";

    public JsonObject Write(CouponCode code)
    {
        var relationships = new JsonObject { [Coupon] = ToOne(code, Coupon, ResourceTypes.Coupon, code.CouponId) };
        if (code.ProfileId is { } profileId)
            relationships[Profile] = ToOne(code, Profile, ResourceTypes.Profile, profileId);
        return writer.Resource(ResourceTypes.CouponCode, code.Id, Attributes(code), relationships);
    }

    public void Include(CouponCode code, Included included)
    {
        if (writer.Query.Includes(Coupon) && data.Coupons.Find(coupon => coupon.Id == code.CouponId) is { } coupon)
            included.Add(ResourceTypes.Coupon, coupon.Id, () => CouponWriter.Write(coupon, writer));
    }

    public static JsonObject Attributes(CouponCode code) => new()
    {
        ["unique_code"] = code.UniqueCode,
        ["expires_at"] = TimeText.Seconds(code.Expires),
        ["status"] = code.Status,
    };

    private JsonObject ToOne(CouponCode code, string name, string targetType, string targetId) =>
        writer.Relationship(ResourceTypes.CouponCode, code.Id, name, ResourceWriter.Identifier(targetType, targetId));
}
