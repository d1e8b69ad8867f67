using System.Globalization;
using NCrontab;

namespace Dxtra.Functions.Embedded;

/// <summary>When a timer fires: an NCRONTAB expression of six fields (seconds first) or five, or a fixed interval. All times are UTC.</summary>
internal sealed class TimerSchedule
{
    /// <summary>How many gaps the official host looks at to tell whether a schedule is under a minute.</summary>
    private const int Probes = 10;

    private readonly Func<DateTime, DateTime> _next;

    private TimerSchedule(Func<DateTime, DateTime> next) => _next = next;

    /// <exception cref="FormatException">The expression is neither.</exception>
    public static TimerSchedule Parse(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 }) is { } cron)
            return new TimerSchedule(cron.GetNextOccurrence);
        if (TimeSpan.TryParse(expression, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero)
            return new TimerSchedule(after => after + interval);
        throw new FormatException($"'{expression}' is neither an NCRONTAB expression of six or five fields nor a time span.");
    }

    /// <summary>The first occurrence later than <paramref name="after"/>.</summary>
    public DateTime Next(DateTime after) => DateTime.SpecifyKind(_next(after), DateTimeKind.Utc);

    /// <summary>Whether two of the coming occurrences are less than a minute apart.</summary>
    public bool IsUnderAMinute(DateTime now)
    {
        var last = Next(now);
        for (var i = 0; i < Probes; i++)
        {
            var next = Next(last);
            if (next - last < TimeSpan.FromMinutes(1))
                return true;
            last = next;
        }

        return false;
    }
}
