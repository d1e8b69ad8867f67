using System.Globalization;

namespace Dxtra.Klaviyo.Sandbox.Paging;

/// <summary>Sort keys as text that sorts by ordinal comparison, so that a cursor can carry any of them. Null comes first.</summary>
internal static class SortKey
{
    public static string Of(string? value) => value is null ? "" : "=" + value;

    public static string Of(DateTimeOffset? value) => value?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "";

    /// <param name="unixSeconds">Not before 1970; Klaviyo takes no event before 1990.</param>
    public static string Of(long unixSeconds) => unixSeconds.ToString("D12", CultureInfo.InvariantCulture);
}
