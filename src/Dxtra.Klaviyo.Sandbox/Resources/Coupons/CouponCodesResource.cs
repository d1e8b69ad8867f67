using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Paging;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Coupons;

/// <summary>Codes of coupons or of people, which the filter must name.</summary>
internal sealed class CouponCodesResource(AccountData data) : IResource
{
    private static readonly FieldMap<CouponCode> Filters = new(new Dictionary<string, Func<CouponCode, object?>>
    {
        ["expires_at"] = code => code.Expires,
        ["status"] = code => code.Status,
        ["coupon.id"] = code => code.CouponId,
        ["profile.id"] = code => code.ProfileId,
    });

    private static readonly SortedRows<CouponCode> Rows = new(
        code => code.Id,
        new Dictionary<string, Func<CouponCode, string>> { ["id"] = code => code.Id });

    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_coupon_codes"] = GetAll,
        ["get_coupon_code"] = Get,
    };

    private ApiResult GetAll(ApiCall call)
    {
        if (!call.Query.Filter.Any(clause => clause.Field is "coupon.id" or "profile.id"))
            throw new ApiErrorException(RequestErrors.InvalidParameter("filter", "A coupon or a profile filter is required to list coupon codes."));
        var matching = data.CouponCodes.Where(code => Filters.Matches(code, call.Query.Filter, call.Query.FilterQuirks));
        var page = Rows.Cut(matching, call.Page("id"));
        var writer = new CouponCodeWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Collection(page, writer.Write, writer.Include));
    }

    private ApiResult Get(ApiCall call)
    {
        var code = data.CouponCodes.Find(code => code.Id == call.Id)
            ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.CouponCode, call.Id));
        var writer = new CouponCodeWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Single(code, writer.Write, writer.Include));
    }
}
