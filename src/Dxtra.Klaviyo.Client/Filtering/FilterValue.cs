using System.Globalization;

namespace Dxtra.Klaviyo.Client;

/// <summary>Values as the filter grammar spells them.</summary>
internal static class FilterValue
{
    /// <summary>Quoted; backslash and quote escaped with a backslash. White space stays as it is.</summary>
    public static string Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return '"' + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
    }

    public static string Of(IEnumerable<string> values)
    {
        var quoted = values.Select(Of).ToList();
        return quoted.Count > 0
            ? $"[{string.Join(',', quoted)}]"
            : throw new ArgumentException("A filter wants at least one value.", nameof(values));
    }

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>UTC with a <c>Z</c>, so that no plus sign needs encoding; down to the microsecond, which is Klaviyo's precision.</summary>
    public static string Of(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
