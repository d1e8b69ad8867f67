using System.Globalization;
using System.Text;

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
    [InlineData("gdpr", "2026-01-31T08:30:00Z", "2026-04-30T08:30:00Z")]
    [InlineData("ukgdpr", "2026-01-15T08:30:00Z", "2026-04-15T08:30:00Z")]
    [InlineData("ccpa", "2026-01-15T00:00:00Z", "2026-04-15T00:00:00Z")]
    [InlineData("lgpd", "2026-02-20T00:00:00Z", null)]
    [InlineData("pdpa", "2026-11-30T00:00:00Z", null)]
    public void An_extension_counts_from_receipt_too(string id, string receivedAt, string? dueAt)
    {
        Assert.True(Regulations.TryFind(id, out var regulation));
        Assert.Equal(dueAt is null ? null : Time(dueAt), regulation.ExtendedDueAt(Time(receivedAt)));
    }

    [Fact]
    public void Months_are_those_of_UTC()
    {
        Assert.True(Regulations.TryFind("gdpr", out var regulation));

        // In Berlin it is the 1st of March, in UTC still the 28th of February.
        Assert.Equal(Time("2026-03-28T23:30:00Z"), regulation.DueAt(Time("2026-03-01T00:30:00+01:00")));
    }

    [Fact]
    public void California_does_not_let_the_clock_stand_still() =>
        Assert.Equal(["gdpr", "ukgdpr"], Regulations.All.Where(law => law.Pausable).Select(law => law.Id));

    [Theory]
    [InlineData("""[{"id":"x","name":"X","citation":"1","deadline":{"months":1,"days":1}}]""", "not whole")]
    [InlineData("""[{"id":"x","name":"X","citation":"1","deadline":{}}]""", "not whole")]
    [InlineData("""[{"id":"x","name":"X","citation":"1"}]""", "not whole")]
    [InlineData("""[{"id":"x","name":"X","citation":"1","deadline":{"days":-1}}]""", "not whole")]
    [InlineData("""[{"id":"x","name":"X","citation":"1","deadline":{"days":1},"extension":{}}]""", "not whole")]
    [InlineData("""[{"id":"x","name":"","citation":"1","deadline":{"days":1}}]""", "not whole")]
    [InlineData("""[{"id":"x","name":"X","citation":"1","deadline":{"days":1}},{"id":"x","name":"Y","citation":"1","deadline":{"days":2}}]""", "twice")]
    [InlineData("""[{"id":"x","name":"X","citation":"1","deadline":{"day":1}}]""", "cannot be read")]
    [InlineData("""{""", "cannot be read")]
    public void A_law_that_is_not_whole_is_no_law(string json, string said)
    {
        var fault = Assert.Throws<InvalidDataException>(() => Regulations.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
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
