using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The coupon codes that were given to the person.</summary>
internal sealed class CouponsReader : IPartReader
{
    public string Read => Reads.Coupons;

    public string Operation => "get_coupon_codes";

    public async Task ReadAsync(PartReading reading, CancellationToken cancellationToken)
    {
        try
        {
            await reading.WriteAsync(
                Categories.CouponCodes, Operation,
                reading.Klaviyo.CouponCodes.SearchAsync([reading.Profile.Id], cancellationToken).Select(page => new PartPage([.. RowsOf(page).Select(row => row.Bytes)])),
                cancellationToken);
        }
        catch (KlaviyoNotFoundException)
        {
            reading.Gap(Categories.CouponCodes, Operation, GapReason.NotOffered);
        }
    }

    /// <summary>A row for each code, with the profile it was given to.</summary>
    public static IEnumerable<(string? ProfileId, ReadOnlyMemory<byte> Bytes)> RowsOf(KlaviyoPage<CouponCodeAttributes> page)
    {
        var coupons = page.Included.Where(resource => resource.Type == "coupon").DistinctBy(coupon => coupon.Id).ToDictionary(coupon => coupon.Id);
        return page.Items.Select(code => (code.RelatedId("profile"), RowOf(code, coupons.GetValueOrDefault(code.RelatedId("coupon") ?? ""))));
    }

    private static ReadOnlyMemory<byte> RowOf(KlaviyoResource<CouponCodeAttributes> code, KlaviyoResource<System.Text.Json.JsonElement>? coupon)
    {
        var attributes = code.Json.Member("attributes");
        return RowBytes.Of(json =>
        {
            json.WriteString("id", code.Id);
            json.Write("code", attributes.Member("unique_code"));
            json.Write("status", attributes.Member("status"));
            json.Write("expiresAt", attributes.Member("expires_at"));
            json.WriteString("coupon", coupon?.Json.Member("attributes").Text("external_id") ?? coupon?.Id ?? code.RelatedId("coupon"));
            json.Write("description", coupon?.Json.Member("attributes").Member("description"));
            json.Write("sent", code.Json);
        });
    }
}
