using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>Builds the whole account: a shop that has been open for four years.</summary>
internal static class AccountSeeder
{
    public static AccountData Build(SandboxOptions options, OperationCatalog catalog)
    {
        var context = new SeedContext(options.Seed, options.Size);
        var plan = SeedPlan.For(options.Size);
        var data = new AccountData
        {
            Account = MakeAccount(context),
            Keys = KeySeeder.Make(options.Seed, catalog),
            AdvancedKdp = options.AdvancedKdp,
        };
        MetricSeeder.Seed(data, context);
        GroupSeeder.Seed(data, context);
        FlowSeeder.Seed(data, context);
        CampaignSeeder.Seed(data, context);
        new PeopleSeeder(data, context).Seed(plan.Profiles);
        new DeviceSeeder(data, context).Seed();
        new EventSeeder(data, context).Seed(plan);
        AnalyticsSeeder.Seed(data, context);
        SegmentSeeder.Fill(data, context);
        CouponSeeder.Seed(data, context);
        new ObjectSeeder(data, context).Seed();
        return data;
    }

    private static Account MakeAccount(SeedContext context) => new()
    {
        Id = context.Ids.Short(),
        OrganizationName = "Thistle & Thread",
        SenderName = "Thistle & Thread",
        SenderEmail = "hello@example.com",
        WebsiteUrl = "https://shop.example.com",
        Address = new StreetAddress("1 Sample Street", null, "Edinburgh", "Scotland", "United Kingdom", "EH1 1AA"),
    };
}
