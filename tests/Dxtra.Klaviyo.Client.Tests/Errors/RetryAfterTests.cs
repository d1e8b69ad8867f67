namespace Dxtra.Klaviyo.Client.Tests;

public class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("Wed, 15 Jul 2026 12:00:09 GMT", 9)]
    [InlineData("Wed, 15 Jul 2026 11:00:00 GMT", 0)]
    public void Seconds_and_dates_are_understood_and_the_past_is_now(string header, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Of(header));

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    public void What_is_neither_counts_as_absent(string header) => Assert.Null(Of(header));

    private static TimeSpan? Of(string header)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", header);
        return RetryAfter.Of(response, Now);
    }
}
