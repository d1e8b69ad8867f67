namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>What a key shows of its account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Lists">All lists; empty when the key may not read them.</param>
/// <param name="Segments">All segments; empty when the key may not read them.</param>
/// <param name="Metrics">All metrics; empty when the key may not read them.</param>
/// <param name="Scopes">How the probe of each scope went.</param>
internal sealed record AccountDiscovery(
    KlaviyoAccount Account,
    IReadOnlyList<NamedThing> Lists,
    IReadOnlyList<NamedThing> Segments,
    IReadOnlyList<NamedThing> Metrics,
    IReadOnlyDictionary<string, ScopeState> Scopes)
{
    public IReadOnlyList<string> MissingScopes =>
        [.. Scopes.Where(scope => scope.Value == ScopeState.Missing).Select(scope => scope.Key).Order(StringComparer.Ordinal)];
}
