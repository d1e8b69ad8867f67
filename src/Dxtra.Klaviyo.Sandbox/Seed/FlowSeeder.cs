using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

internal static class FlowSeeder
{
    public static void Seed(AccountData data, SeedContext context)
    {
        var newsletter = data.Lists.First(list => list.Name == GroupSeeder.Newsletter).Id;
        Add(data, context, "Welcome Series", "live", "Added to List", newsletter);
        Add(data, context, "Abandoned Checkout", "live", "Metric", MetricId(data, MetricNames.CheckoutStarted));
        Add(data, context, "Post-Purchase Thank You", "live", "Metric", MetricId(data, MetricNames.PlacedOrder));
        Add(data, context, "Birthday", "manual", "Date Based", null);
        Add(data, context, "Price Drop", "draft", "Price Drop", null);
        Add(data, context, "Win-back 2023", "manual", "Metric", MetricId(data, MetricNames.PlacedOrder), archived: true);
    }

    private static string MetricId(AccountData data, string name) => data.Metrics.First(metric => metric.Name == name).Id;

    private static void Add(
        AccountData data, SeedContext context, string name, string status, string triggerType, string? triggerId, bool archived = false)
    {
        var created = context.Between(SeedContext.Opening, SeedContext.Opening.AddYears(1));
        data.Flows.Add(new Flow
        {
            Id = context.Ids.Short(),
            Name = name,
            Status = status,
            TriggerType = triggerType,
            TriggerId = triggerId,
            Archived = archived,
            Created = created,
            Updated = context.Between(created, SeedContext.Now),
            Actions = [Message(context, $"{name}: hello"), Wait(context), Message(context, $"{name}: one more thing")],
            TagIds = context.Chance(0.5) ? [context.Pick(data.Tags).Id] : [],
        });
    }

    private static FlowAction Message(SeedContext context, string subject) => new(ActionId(context), context.Ids.Short(), subject);

    private static FlowAction Wait(SeedContext context) => new(ActionId(context), null, null);

    private static string ActionId(SeedContext context) => $"{context.Random.Number(10_000_000, 99_999_999)}";
}
