namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>The answer of <c>POST C/processors/verify</c>.</summary>
internal sealed record VerificationView(
    KlaviyoAccount Account,
    IReadOnlyList<CapabilityView> Capabilities,
    IReadOnlyList<string> MissingScopes,
    IReadOnlyList<NamedThing> Lists,
    IReadOnlyList<NamedThing> Segments,
    IReadOnlyList<NamedThing> Metrics)
{
    public static VerificationView Of(AccountDiscovery discovery) => new(
        discovery.Account,
        Accounts.Capabilities.Of(discovery),
        discovery.MissingScopes,
        discovery.Lists,
        discovery.Segments,
        discovery.Metrics);
}
