using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Paging;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Coupons;

internal sealed class CouponsResource(AccountData data) : IResource
{
    private static readonly SortedRows<Coupon> Rows = new(
        coupon => coupon.Id,
        new Dictionary<string, Func<Coupon, string>> { ["id"] = coupon => coupon.Id });

    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_coupons"] = GetAll,
        ["get_coupon"] = Get,
    };

    private ApiResult GetAll(ApiCall call)
    {
        var writer = new ResourceWriter(call);
        return ApiResult.Ok(new DocumentWriter(call).Collection(
            Rows.Cut(data.Coupons, call.Page("id")).Select(coupon => CouponWriter.Write(coupon, writer))));
    }

    private ApiResult Get(ApiCall call)
    {
        var coupon = data.Coupons.Find(coupon => coupon.Id == call.Id)
            ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.Coupon, call.Id));
        return ApiResult.Ok(new DocumentWriter(call).Single(CouponWriter.Write(coupon, new ResourceWriter(call))));
    }
}
