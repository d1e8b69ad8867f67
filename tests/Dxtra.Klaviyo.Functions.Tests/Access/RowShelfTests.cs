namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class RowShelfTests
{
    private const int Board = 1024 * 1024;

    [Fact]
    public void A_row_stays_as_it_is_when_what_it_was_copied_from_changes()
    {
        using var shelf = new RowShelf();
        byte[] source = [1, 2, 3];

        var kept = shelf.Keep(source);
        source[0] = 9;

        Assert.Equal([1, 2, 3], kept.ToArray());
    }

    [Fact]
    public void Rows_of_every_length_lie_side_by_side_over_many_boards()
    {
        using var shelf = new RowShelf();
        var lengths = Enumerable.Range(0, 60).Select(number => number % 7 == 0 ? 0 : (number * 40_961) % 300_000).ToList();

        var rows = lengths.Select((length, number) => (Length: length, Filled: (byte)number, Kept: shelf.Keep(Row(length, (byte)number)))).ToList();

        Assert.True(lengths.Sum() > 4 * Board);
        Assert.All(rows, row => Assert.Equal(Row(row.Length, row.Filled), row.Kept.ToArray()));
    }

    [Theory]
    [InlineData(Board - 1)]
    [InlineData(Board)]
    [InlineData(Board + 1)]
    [InlineData(3 * Board)]
    public void A_row_about_as_long_as_a_board_or_longer_is_whole_and_so_are_its_neighbours(int length)
    {
        using var shelf = new RowShelf();

        var rows = new[] { shelf.Keep(Row(5, 1)), shelf.Keep(Row(length, 2)), shelf.Keep(Row(5, 3)) };

        Assert.Equal([Row(5, 1), Row(length, 2), Row(5, 3)], rows.Select(row => row.ToArray()));
    }

    [Fact]
    public void Shelf_after_shelf_the_rows_lie_in_the_same_memory()
    {
        var row = Row(1_000, 1);
        Fill(row);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var shelf = 0; shelf < 20; shelf++)
            Fill(row);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * Board);

        static void Fill(byte[] row)
        {
            using var shelf = new RowShelf();
            for (var kept = 0; kept < 1_000; kept++)
                shelf.Keep(row);
        }
    }

    private static byte[] Row(int length, byte filled)
    {
        var row = new byte[length];
        row.AsSpan().Fill(filled);
        return row;
    }
}
