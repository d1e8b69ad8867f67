using System.Globalization;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class RegulationsTests
{
    [Theory]
    [InlineData("gdpr", "2026-01-15T08:30:00Z", "2026-02-15T08:30:00Z")]
    [InlineData("gdpr", "2026-01-31T08:30:00Z", "2026-02-28T08:30:00Z")]
    [InlineData("gdpr", "2028-01-31T08:30:00Z", "2028-02-29T08:30:00Z")]
    [InlineData("gdpr", "2026-12-31T23:59:59Z", "2027-01-31T23:59:59Z")]
    [InlineData("ccpa", "2026-01-15T00:00:00Z", "2026-03-01T00:00:00Z")]
    [InlineData("lgpd", "2026-02-20T00:00:00Z", "2026-03-07T00:00:00Z")]
    [InlineData("pdpa", "2026-11-30T00:00:00Z", "2026-12-30T00:00:00Z")]
    public void A_deadline_counts_from_receipt(string id, string receivedAt, string dueAt)
    {
        Assert.True(Regulations.TryFind(id, out var regulation));
        Assert.Equal(Time(dueAt), regulation.DueAt(Time(receivedAt)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("GDPR")]
    [InlineData("hipaa")]
    public void Others_are_not_known(string id) => Assert.False(Regulations.TryFind(id, out _));

    [Fact]
    public void The_default_is_known() => Assert.Contains(Regulations.Default, Regulations.Ids);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
