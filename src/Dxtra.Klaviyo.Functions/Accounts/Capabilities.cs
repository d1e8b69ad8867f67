namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>What the integration does, by the scopes it takes (official OpenAPI 2026-07-15, scopes of each operation).</summary>
internal static class Capabilities
{
    private static readonly Capability[] All =
    [
        new("connect", "accounts:read"),
        new("accessRequests", "profiles:read", "events:read", "metrics:read", "lists:read", "segments:read"),
        new("campaignEngagement", "campaigns:read"),
        new("flowEngagement", "flows:read"),
        new("webhooks", "webhooks:read"),
    ];

    /// <summary>Every capability with what the key lacks for it.</summary>
    public static IReadOnlyList<CapabilityView> Of(AccountDiscovery discovery) => [.. All.Select(capability => Of(capability, discovery.Scopes))];

    private static CapabilityView Of(Capability capability, IReadOnlyDictionary<string, ScopeState> scopes)
    {
        var states = capability.Scopes.ToDictionary(scope => scope, scope => scopes.GetValueOrDefault(scope, ScopeState.Unknown));
        bool? available = states.Values.Any(state => state is ScopeState.Missing or ScopeState.NotInPlan) ? false
            : states.ContainsValue(ScopeState.Unknown) ? null
            : true;
        return new(capability.Name, available, [.. states.Where(pair => pair.Value == ScopeState.Missing).Select(pair => pair.Key)]);
    }
}
