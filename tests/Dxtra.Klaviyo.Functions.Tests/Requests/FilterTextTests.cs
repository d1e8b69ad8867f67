using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class FilterTextTests
{
    [Fact]
    public void Nothing_makes_no_call() => Assert.Empty(FilterText.Cut([]));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public void A_call_asks_for_a_hundred_values(int values, int calls) =>
        Assert.Equal(calls, FilterText.Cut(Enumerable.Range(0, values).Select(number => $"p{number}@x.io")).Count());

    [Fact]
    public void Long_values_make_more_calls_of_addresses_that_servers_take() => Assert.All(
        FilterText.Cut(Enumerable.Range(0, 100).Select(number => new string('ü', 100) + number)),
        call => Assert.InRange(Uri.EscapeDataString(MemberFilter.Email(call).Expression).Length, 1, 7_000));

    [Fact]
    public void Every_value_is_asked_for_once_and_in_order() => Gen.String[1, 300].List[0, 300].Sample(values =>
        FilterText.Cut(values).SelectMany(call => call).SequenceEqual(values));
}
