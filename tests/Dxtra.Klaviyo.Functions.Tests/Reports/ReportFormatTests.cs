namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ReportFormatTests
{
    private readonly ReportFormat _format = new(ReportTexts.Of("en"));

    [Fact]
    public void Times_are_said_as_people_say_them()
    {
        var time = new DateTimeOffset(2026, 5, 3, 16, 5, 59, TimeSpan.FromHours(2));

        Assert.Equal("3 May 2026", _format.Day(time));
        Assert.Equal("3 May 2026, 14:05\u00a0UTC", _format.Moment(time));
        Assert.Equal("December 2027", _format.Month(2027, 12));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1234567", "1,234,567")]
    [InlineData("-1234.5", "-1,234.5")]
    [InlineData("0.00012", "0.00012")]
    public void Numbers_keep_every_digit(string number, string text) =>
        Assert.Equal(text, _format.Number(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(20, "EUR", "20.00\u00a0EUR")]
    [InlineData(1234.5, null, "1,234.50")]
    public void Amounts_have_two_decimals_at_least(double amount, string? currency, string text) => Assert.Equal(text, _format.Money((decimal)amount, currency));

    [Fact]
    public void Names_are_joined_into_a_sentence()
    {
        Assert.Equal("a", _format.Join(["a"]));
        Assert.Equal("a, b and c", _format.Join(["a", "b", "c"]));
        Assert.Equal("a, b and 5 more", _format.JoinSome(["a", "b", "c"], 2, 7));
        Assert.Equal("a and b", _format.JoinSome(["a", "b"], 2, 2));
    }

    [Theory]
    [InlineData("2026-05-03T14:05:33.601782+00:00", 14)]
    [InlineData("2026-05-03 14:05:33+00:00", 14)]
    [InlineData("2026-05-03T16:05:33+02:00", 14)]
    [InlineData("2026-05-03T14:05:33Z", 14)]
    [InlineData("2026-05-03", 0)]
    public void Every_way_that_Klaviyo_writes_a_time_is_read(string text, int hour) =>
        Assert.Equal((3, hour), (SentTime.Of(text)!.Value.Day, SentTime.Of(text)!.Value.Hour));

    [Theory]
    [InlineData(null)]
    [InlineData("5")]
    [InlineData("yesterday")]
    [InlineData("2026-13-40T00:00:00Z")]
    public void What_is_no_time_stays_a_text(string? text) => Assert.Null(SentTime.Of(text));
}
