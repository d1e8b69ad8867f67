using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>Tags, lists and segments, still empty.</summary>
internal static class GroupSeeder
{
    public const string Newsletter = "Newsletter";
    public const string SmsList = "SMS Subscribers";
    public const string Suppressed = "Suppressed";
    public const string Vip = "VIP Customers";
    public const string Buyers = "Bought in the last year";
    public const string EuropeanUnion = "In the European Union";
    public const string Dormant = "No activity for a year";
    public const string EmailSubscribers = "Email subscribers";

    private static readonly string[] TagNames = ["Core", "Seasonal", "Legacy"];

    private static readonly string[] OtherLists =
        ["Back in Stock", "Black Friday Early Access", "Kids’ Collection", "Competition 2024", "Wholesale (\"Trade\"), EU"];

    public static void Seed(AccountData data, SeedContext context)
    {
        data.Tags.AddRange(TagNames.Select(name => new Tag(Guid(context), name)));
        AddList(data, context, Newsletter, doubleOptIn: true);
        AddList(data, context, SmsList, doubleOptIn: true);
        foreach (var name in OtherLists)
            AddList(data, context, name, doubleOptIn: context.Chance(0.3));
        // A list that nobody is on.
        AddList(data, context, "Drafts", doubleOptIn: false);

        AddSegment(data, context, Vip, starred: true, SegmentDefinitions.SpentAtLeast(500));
        AddSegment(data, context, Buyers, starred: false, SegmentDefinitions.DidInLastDays(MetricId(data, MetricNames.PlacedOrder), 365));
        AddSegment(data, context, EuropeanUnion, starred: false, SegmentDefinitions.InRegion("european_union"));
        AddSegment(data, context, Dormant, starred: false, SegmentDefinitions.DidInLastDays(MetricId(data, MetricNames.ActiveOnSite), 365));
        AddSegment(data, context, EmailSubscribers, starred: true, SegmentDefinitions.PropertyIsSet("email"));
        AddSegment(data, context, Suppressed, starred: false, SegmentDefinitions.PropertyIsSet("properties['suppressed']"));
    }

    private static void AddList(AccountData data, SeedContext context, string name, bool doubleOptIn)
    {
        var created = context.Between(SeedContext.Opening, SeedContext.Opening.AddYears(1));
        data.Lists.Add(new ProfileList(context.Ids.Short(), name, created) { DoubleOptIn = doubleOptIn, TagIds = SomeTag(data, context) });
    }

    private static void AddSegment(AccountData data, SeedContext context, string name, bool starred, JsonObject definition)
    {
        var created = context.Between(SeedContext.Opening, SeedContext.Opening.AddYears(1));
        data.Segments.Add(new Segment(context.Ids.Short(), name, created)
        {
            Definition = definition,
            IsStarred = starred,
            TagIds = SomeTag(data, context),
        });
    }

    private static string[] SomeTag(AccountData data, SeedContext context) => context.Chance(0.5) ? [context.Pick(data.Tags).Id] : [];

    private static string MetricId(AccountData data, string name) => data.Metrics.First(metric => metric.Name == name).Id;

    private static string Guid(SeedContext context) => context.Random.Guid().ToString();
}
