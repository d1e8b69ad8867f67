namespace Dxtra.Klaviyo.Client;

/// <summary>The buckets that a call takes from: the operation's own first, then those of parameters that cost extra.</summary>
/// <param name="Key">The same for the same buckets.</param>
/// <param name="Buckets">Each with the limits of the specification.</param>
internal sealed record QuotaRoute(string Key, IReadOnlyList<QuotaRoute.Bucket> Buckets)
{
    internal sealed record Bucket(string Name, IReadOnlyList<RateLimit> Limits);
}
