namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class LedgerOrderTests
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Echo = TimeSpan.FromMinutes(15);

    [Fact]
    public void Late_news_goes_into_its_place_and_what_was_before_the_next_stays_true()
    {
        var before = Order(Line("a", ConsentState.Subscribed, 0), Line("c", ConsentState.Subscribed, 200));
        Assert.Equal([(LedgerOutcome.Changed, null), (LedgerOutcome.Repeated, ConsentState.Subscribed)], Outcomes(before));

        var after = Order(Line("a", ConsentState.Subscribed, 0), Line("c", ConsentState.Subscribed, 200), Line("late", ConsentState.Unsubscribed, 100));

        Assert.Equal(
            [(LedgerOutcome.Changed, null), (LedgerOutcome.Changed, ConsentState.Subscribed), (LedgerOutcome.Changed, ConsentState.Unsubscribed)],
            Outcomes(after));
        Assert.Equal("c", LedgerOrder.Current(after)!.Line.SourceId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-5)]
    public void Inside_the_skew_window_the_most_restrictive_wins_whichever_is_dated_later(int seconds)
    {
        var entries = Order(Line("yes", ConsentState.Subscribed, 100), Line("no", ConsentState.Unsubscribed, 100 + seconds));

        Assert.Equal("no", LedgerOrder.Current(entries)!.Line.SourceId);
        Assert.Equal((LedgerOutcome.Overridden, "no"), entries.Where(entry => entry.Line.SourceId == "yes").Select(entry => (entry.Outcome, entry.LinkedTo)).Single());
    }

    [Fact]
    public void Outside_of_it_the_later_wins() =>
        Assert.Equal(ConsentState.Subscribed, LedgerOrder.Current(Order(Line("no", ConsentState.Unsubscribed, 0), Line("yes", ConsentState.Subscribed, 5.001)))!.Line.State);

    [Fact]
    public void Klaviyos_news_of_our_own_change_is_its_echo_even_when_it_is_dated_before()
    {
        var entries = Order(
            Line("old", ConsentState.Subscribed, 0), Line("before", ConsentState.Unsubscribed, 100), Line("ours", ConsentState.Unsubscribed, 110, ConsentWay.Dxtra),
            Line("after", ConsentState.Unsubscribed, 200));

        Assert.Equal(
            [(LedgerOutcome.Changed, null), (LedgerOutcome.Echo, "ours"), (LedgerOutcome.Changed, null), (LedgerOutcome.Echo, "ours")],
            entries.Select(entry => (entry.Outcome, entry.LinkedTo)));
        Assert.Equal(ConsentState.Subscribed, entries[2].Previous);
    }

    [Fact]
    public void The_same_state_long_after_our_change_is_a_repeat_and_no_echo()
    {
        var entries = Order(Line("ours", ConsentState.Unsubscribed, 0, ConsentWay.Dxtra), Line("later", ConsentState.Unsubscribed, 1000));

        Assert.Equal((LedgerOutcome.Repeated, "ours"), (entries[1].Outcome, entries[1].LinkedTo));
    }

    [Fact]
    public void Another_state_after_our_change_is_a_change_of_its_own()
    {
        var entries = Order(Line("ours", ConsentState.Unsubscribed, 0, ConsentWay.Dxtra), Line("theirs", ConsentState.Subscribed, 60));

        Assert.Equal((LedgerOutcome.Changed, ConsentState.Unsubscribed), (entries[1].Outcome, entries[1].Previous));
    }

    private static IReadOnlyList<PlacedLine> Order(params LedgerLine[] lines) => LedgerOrder.Of(lines, Skew, Echo);

    private static IEnumerable<(LedgerOutcome, ConsentState?)> Outcomes(IEnumerable<PlacedLine> entries) =>
        entries.Select(entry => (entry.Outcome, entry.Previous));

    private static LedgerLine Line(string source, ConsentState state, double seconds, ConsentWay way = ConsentWay.Webhook) =>
        new(source, source, state, Some.Now.AddSeconds(seconds), Some.Now, way, null, null, null, "taker");
}
