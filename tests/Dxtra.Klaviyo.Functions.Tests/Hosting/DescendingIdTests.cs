using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class DescendingIdTests
{
    private static readonly Gen<DateTimeOffset> Times =
        Gen.Long[0, DateTimeOffset.Parse("2200-01-01T00:00:00Z").ToUnixTimeMilliseconds()].Select(DateTimeOffset.FromUnixTimeMilliseconds);

    [Fact]
    public void The_newer_id_sorts_first() => Gen.Select(Times, Times).Where((a, b) => a != b).Sample((a, b) =>
        Math.Sign(string.CompareOrdinal(DescendingId.New(a), DescendingId.New(b))) == -a.CompareTo(b));

    [Fact]
    public void An_id_is_26_letters_and_digits_and_fits_a_table_key() => Times.Sample(time =>
        DescendingId.New(time) is { Length: 26 } id && id.All(char.IsAsciiLetterOrDigit) && TableKeys.IsValid(id));

    [Fact]
    public void Ids_of_one_moment_differ() => Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => DescendingId.New(Some.Now)).Distinct().Count());

    [Fact]
    public void Ids_of_one_time_begin_alike_and_those_of_another_do_not() => Gen.Select(Times, Times).Where((a, b) => a != b).Sample((a, b) =>
        DescendingId.TimeOf(DescendingId.New(a)) == DescendingId.TimeOf(DescendingId.New(a)) && DescendingId.TimeOf(DescendingId.New(a)) != DescendingId.TimeOf(DescendingId.New(b)));
}
