namespace Dxtra.Klaviyo.Client;

/// <summary>Ids as segments of a path.</summary>
internal static class KlaviyoPath
{
    /// <summary>Percent-encoded. Refuses what would make another path of it: nothing, or the segments that mean "here" and "up".</summary>
    public static string Id(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return id is "." or ".." ? throw new ArgumentException("Not an id.", nameof(id)) : Uri.EscapeDataString(id);
    }
}
