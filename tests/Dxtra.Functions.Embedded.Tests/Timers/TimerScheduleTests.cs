using System.Globalization;

namespace Dxtra.Functions.Embedded.Tests.Timers;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-03-01T12:02:03Z", "2026-03-01T12:05:00Z")]
    [InlineData("0 */5 * * * *", "2026-03-01T12:05:00Z", "2026-03-01T12:10:00Z")]
    [InlineData("*/10 * * * * *", "2026-03-01T12:02:03Z", "2026-03-01T12:02:10Z")]
    [InlineData("0 30 4 * * 1", "2026-03-01T12:02:03Z", "2026-03-02T04:30:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-03-01T12:02:03Z", "2028-02-29T00:00:00Z")]
    [InlineData("*/5 * * * *", "2026-03-01T12:02:03Z", "2026-03-01T12:05:00Z")]
    [InlineData("0 30 2 29 3 *", "2026-03-29T01:00:00Z", "2026-03-29T02:30:00Z")]
    [InlineData("00:30:00", "2026-03-01T12:02:03Z", "2026-03-01T12:32:03Z")]
    public void The_next_occurrence_is_reckoned_in_utc(string expression, string after, string next)
    {
        var actual = TimerSchedule.Parse(expression).Next(Utc(after));

        Assert.Equal(Utc(next), actual);
        Assert.Equal(DateTimeKind.Utc, actual.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("* * *")]
    [InlineData("0 61 * * * *")]
    [InlineData("00:00:00")]
    [InlineData("-00:05:00")]
    public void Anything_else_is_refused(string expression) =>
        Assert.Throws<FormatException>(() => TimerSchedule.Parse(expression));

    [Theory]
    [InlineData("*/30 * * * * *", true)]
    [InlineData("0,30 0 * * * *", true)]
    [InlineData("00:00:59", true)]
    [InlineData("00:01:00", false)]
    [InlineData("0 * * * * *", false)]
    [InlineData("0 0 4 * * *", false)]
    public void Knows_whether_it_is_under_a_minute(string expression, bool underAMinute) =>
        Assert.Equal(underAMinute, TimerSchedule.Parse(expression).IsUnderAMinute(Utc("2026-03-01T12:02:03Z")));

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
