using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>The account's metrics. One name exists twice, in two integrations, as happens.</summary>
internal static class MetricSeeder
{
    public static void Seed(AccountData data, SeedContext context)
    {
        Add(data, context, MetricNames.Klaviyo, Integration.Klaviyo);
        Add(data, context, MetricNames.Api, Integration.Api);
        Add(data, context, MetricNames.Shopify, Integration.Shopify);
        Add(data, context, [MetricNames.PlacedOrder], Integration.Api);
    }

    private static void Add(AccountData data, SeedContext context, IEnumerable<string> names, Integration integration) =>
        data.Metrics.AddRange(names.Select(name =>
            new Metric(context.Ids.Short(), name, integration, SeedContext.Opening, SeedContext.Opening)));
}
