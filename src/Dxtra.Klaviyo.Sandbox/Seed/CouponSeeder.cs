using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>Coupons, codes that people were given, and codes that nobody has yet. The first person has one of every coupon.</summary>
internal static class CouponSeeder
{
    private const int Spare = 20;

    private static readonly Coupon[] Coupons =
    [
        new("WELCOME10", "Ten per cent off the first order", LowBalance: 100),
        new("BIRTHDAY", "A present on the day", LowBalance: null),
        new("SORRY5", null, LowBalance: null),
    ];

    public static void Seed(AccountData data, SeedContext context)
    {
        data.Coupons.AddRange(Coupons);
        var first = data.Profiles.All.First();
        foreach (var coupon in Coupons)
            Give(data, context, coupon, first);
        foreach (var profile in data.Profiles.All.Where(profile => profile != first && profile.Attributes.Count > 0 && context.Chance(0.25)))
            Give(data, context, context.Pick(Coupons), profile);
        for (var i = 0; i < Spare; i++)
            data.CouponCodes.Add(Make(context, Coupons[0], SeedContext.Now));
    }

    private static void Give(AccountData data, SeedContext context, Coupon coupon, Profile profile)
    {
        var given = context.Between(profile.Created, SeedContext.Now);
        var status = context.Chance(0.4) ? CouponCode.Used : CouponCode.Assigned;
        data.CouponCodes.Add(Make(context, coupon, given) with { ProfileId = profile.Id, Status = status });
    }

    private static CouponCode Make(SeedContext context, Coupon coupon, DateTimeOffset at) => new()
    {
        CouponId = coupon.Id,
        UniqueCode = context.Ids.Hex32()[..12].ToUpperInvariant(),
        Status = CouponCode.Unassigned,
        Expires = at.AddYears(1),
    };
}
