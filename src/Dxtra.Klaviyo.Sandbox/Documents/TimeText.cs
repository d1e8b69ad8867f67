using System.Globalization;

namespace Dxtra.Klaviyo.Sandbox.Documents;

/// <summary>Times as the API writes them.</summary>
internal static class TimeText
{
    /// <summary>Whole seconds: <c>2026-07-15T09:30:00+00:00</c>.</summary>
    public static string Seconds(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T'HH:mm:sszzz");

    public static string? Seconds(DateTimeOffset? time) => time is { } value ? Seconds(value) : null;

    /// <summary>Microseconds, as consent and webhooks carry them.</summary>
    public static string Micros(DateTimeOffset time) => Format(time, "yyyy-MM-dd'T'HH:mm:ss.ffffffzzz");

    public static string? Micros(DateTimeOffset? time) => time is { } value ? Micros(value) : null;

    /// <summary>The form with a space that was seen in webhooks.</summary>
    public static string Spaced(DateTimeOffset time) => Format(time, "yyyy-MM-dd HH:mm:sszzz");

    private static string Format(DateTimeOffset time, string format) => time.ToUniversalTime().ToString(format, CultureInfo.InvariantCulture);
}
