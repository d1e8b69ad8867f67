namespace Dxtra.Klaviyo.Client;

/// <summary>Where requests go: always to the configured base address.</summary>
internal static class KlaviyoAddress
{
    /// <summary>The base address with the slash at its end that resolving relative addresses wants.</summary>
    public static Uri Base(Uri configured) =>
        configured.AbsolutePath.EndsWith('/') ? configured : new Uri($"{configured.AbsoluteUri}/");

    /// <summary>
    /// The address of <c>links.next</c>: as it stands when it lies under the base address. A server behind a proxy, or a stand-in for
    /// Klaviyo, may name another host; then path and query are kept and sent to the base address, for the key must not travel
    /// elsewhere. Null when it is no web address.
    /// </summary>
    public static Uri? Next(Uri baseAddress, string link)
    {
        if (!Uri.TryCreate(baseAddress, link, out var next) || (next.Scheme != Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttp))
            return null;
        if (baseAddress.IsBaseOf(next))
            return next;

        var path = next.PathAndQuery;
        var prefix = baseAddress.AbsolutePath;
        var below = path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path[1..];
        return new Uri($"{baseAddress.AbsoluteUri}{below}");
    }
}
