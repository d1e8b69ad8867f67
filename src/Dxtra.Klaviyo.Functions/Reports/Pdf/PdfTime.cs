using System.Globalization;

namespace Dxtra.Klaviyo.Functions.Reports.Pdf;

/// <summary>Nothing on paper can be asked for its exact time, so it is written where words tell it to the minute or the day only.</summary>
internal static class PdfTime
{
    /// <summary>Null when the words tell all there is, or there is no time.</summary>
    public static string? Exact(string words, DateTimeOffset? time)
    {
        if (time is not { } known)
            return null;
        var utc = known.UtcDateTime;
        var isTold = utc.Ticks % TimeSpan.TicksPerMinute == 0
            && (utc.TimeOfDay == TimeSpan.Zero || words.Contains(utc.ToString("HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return isTold ? null : utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
    }

    public static string Full(ReportFact fact) => Exact(fact.Value, fact.Time) is { } exact ? $"{fact.Value} ({exact})" : fact.Value;
}
