namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>What a key shows of its account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Lists">All lists; empty when the key may not read them.</param>
/// <param name="Segments">All segments; empty when the key may not read them.</param>
/// <param name="Metrics">All metrics; empty when the key may not read them.</param>
/// <param name="MissingScopes">Scopes that a probe was refused for.</param>
/// <param name="PlanLacksWebhooks">The account's plan has no system webhooks, whatever the scopes.</param>
internal sealed record AccountDiscovery(
    KlaviyoAccount Account,
    IReadOnlyList<NamedThing> Lists,
    IReadOnlyList<NamedThing> Segments,
    IReadOnlyList<NamedThing> Metrics,
    IReadOnlySet<string> MissingScopes,
    bool PlanLacksWebhooks);
