namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>What the integration does, by the scopes it takes (official OpenAPI 2026-07-15, scopes of each operation).</summary>
internal static class Capabilities
{
    private const string Webhooks = "webhooks";

    private static readonly Capability[] All =
    [
        new("connect", "accounts:read"),
        new("accessRequests", "profiles:read", "events:read", "metrics:read", "lists:read", "segments:read"),
        new("campaignEngagement", "campaigns:read"),
        new("flowEngagement", "flows:read"),
        new(Webhooks, "webhooks:read"),
    ];

    /// <summary>Every capability with what the key lacks for it.</summary>
    public static IReadOnlyList<CapabilityView> Of(AccountDiscovery discovery) => [.. All.Select(capability =>
    {
        var missing = capability.Scopes.Where(discovery.MissingScopes.Contains).ToList();
        var planLacksIt = capability.Name == Webhooks && discovery.PlanLacksWebhooks;
        return new CapabilityView(capability.Name, missing.Count == 0 && !planLacksIt, missing);
    })];
}
