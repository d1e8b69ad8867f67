using System.Globalization;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Times as Klaviyo and we write them: with a <c>T</c> or a space, with an offset or in UTC.</summary>
internal static class SentTime
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd' 'HH:mmK", DayForm,
    ];

    private const string DayForm = "yyyy-MM-dd";

    /// <summary>Null for what is no time.</summary>
    public static DateTimeOffset? Of(string? text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    /// <summary>A day without an hour.</summary>
    public static bool IsDay(string text) => text.Length == DayForm.Length;
}
