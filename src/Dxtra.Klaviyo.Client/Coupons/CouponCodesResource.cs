namespace Dxtra.Klaviyo.Client;

public sealed class CouponCodesResource
{
    private const int MaxPageSize = 100;
    private readonly KlaviyoTransport _transport;

    internal CouponCodesResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// The coupon codes of the profiles, 100 a page, with their coupons in <see cref="KlaviyoPage{T}.Included"/>; a code names its
    /// profile in the relationship <c>profile</c>. <c>GET /api/coupon-codes</c>, scope <c>coupon-codes:read</c>, 350/s and 3500/min.
    /// Whether including coupons wants their read scope too, Klaviyo does not say; nor how many ids one filter may hold.
    /// </summary>
    /// <exception cref="ArgumentException">No profile is named.</exception>
    public IAsyncEnumerable<KlaviyoPage<CouponCodeAttributes>> SearchAsync(
        IEnumerable<string> profileIds, CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get(
                "get_coupon_codes",
                "api/coupon-codes",
                new KlaviyoQuery()
                    .Filter(KlaviyoFilter.Any("profile.id", profileIds))
                    .Words("include", ["coupon"])
                    .PageSize(MaxPageSize)),
            KlaviyoJson.Default.CouponCodeAttributes,
            cancellationToken);
}
