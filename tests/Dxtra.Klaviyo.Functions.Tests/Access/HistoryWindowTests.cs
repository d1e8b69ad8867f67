using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class HistoryWindowTests
{
    private static readonly Gen<HistoryWindow> AnyWindow =
        from start in Gen.Long[-10_000_000_000, 10_000_000_000]
        from length in Gen.Frequency((1, Gen.Long[1, 5]), (1, Gen.Long[1, 10_000_000_000]))
        from openAtStart in Gen.Bool
        from openAtEnd in Gen.Bool
        select new HistoryWindow(openAtStart ? null : start, openAtEnd ? null : start + length);

    [Fact]
    public void Pieces_of_a_window_are_the_window_without_a_gap_or_an_overlap() =>
        Gen.Select(AnyWindow, Gen.Int[1, 2000], Gen.Long[-10_000_000_000, 10_000_000_000], Gen.Long[0, 10_000_000_000]).Sample((window, count, first, span) =>
        {
            var pieces = window.Cut(count, first, first + span);

            Assert.InRange(pieces.Count, 1, count);
            Assert.Equal((window.From, window.To), (pieces[0].From, pieces[^1].To));
            foreach (var (left, right) in pieces.Zip(pieces.Skip(1)))
            {
                Assert.NotNull(left.To);
                Assert.Equal(left.To, right.From);
                Assert.True(left.From is null || left.From < left.To, $"{left} holds nothing.");
            }

            Assert.True(pieces[^1].From is null || pieces[^1].To is null || pieces[^1].From < pieces[^1].To, $"{pieces[^1]} holds nothing.");
        });

    [Fact]
    public void Every_second_is_in_exactly_one_piece() =>
        Gen.Select(AnyWindow, Gen.Int[1, 50], Gen.Long[-20_000_000_000, 20_000_000_000]).Sample((window, count, second) =>
            Assert.Equal(window.Holds(second) ? 1 : 0, window.Cut(count, -10_000_000_000, 10_000_000_000).Count(piece => piece.Holds(second))));

    [Fact]
    public void A_window_of_two_seconds_can_be_halved_and_one_of_a_second_cannot()
    {
        Assert.Equal([new(10, 11), new(11, 12)], new HistoryWindow(10, 12).Cut(2, 0, 0));
        Assert.Equal([new(10, 11)], new HistoryWindow(10, 11).Cut(2, 0, 0));
        Assert.Equal((false, true, false), (new HistoryWindow(10, 12).IsOneSecond, new HistoryWindow(10, 11).IsOneSecond, new HistoryWindow(null, 11).IsOneSecond));
    }
}
