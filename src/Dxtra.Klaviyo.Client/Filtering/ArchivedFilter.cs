namespace Dxtra.Klaviyo.Client;

/// <summary>Klaviyo shows archived flows and campaigns only when asked for them alone: each state is a query of its own.</summary>
internal static class ArchivedFilter
{
    public static IEnumerable<KlaviyoFilter> Choose(bool includeArchived) =>
        includeArchived ? [Is(false), Is(true)] : [Is(false)];

    private static KlaviyoFilter Is(bool archived) => KlaviyoFilter.Equals("archived", archived);
}
