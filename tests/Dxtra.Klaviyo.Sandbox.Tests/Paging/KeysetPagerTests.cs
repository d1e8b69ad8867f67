using Dxtra.Klaviyo.Sandbox.Paging;

namespace Dxtra.Klaviyo.Sandbox.Tests.Paging;

public sealed class KeysetPagerTests
{
    private static readonly KeysetPager<Row> Pager = new(row => row.Key, row => row.Id);

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 3)]
    [InlineData(false, 100)]
    [InlineData(true, 1)]
    [InlineData(true, 3)]
    [InlineData(true, 7)]
    public void Going_forward_meets_every_row_once_and_going_back_meets_them_in_reverse(bool descending, int size)
    {
        var rows = Rows("b", "a", "c", "a", "b", "a", "d");
        var expected = descending ? Enumerable.Reverse(rows).ToList() : rows;

        var (forward, last) = Walk(rows, new PageRequest("key", descending, size, null), page => page.Next);
        Assert.Equal(expected, forward.SelectMany(page => page));

        if (last.Previous is { } previous)
        {
            var (backward, _) = Walk(rows, new PageRequest("key", descending, size, previous), page => page.Previous);
            Assert.Equal(forward.SkipLast(1).Reverse().SelectMany(page => page), backward.SelectMany(page => page));
        }
    }

    [Fact]
    public void The_first_page_has_no_previous_and_the_last_has_no_next()
    {
        var rows = Rows("a", "b", "c", "d");
        var first = Cut(rows, null);
        var last = Cut(rows, first.Next);

        Assert.Null(first.Previous);
        Assert.NotNull(last.Previous);
        Assert.Null(last.Next);
    }

    [Fact]
    public void A_row_added_behind_the_cursor_is_not_met_and_one_ahead_of_it_is()
    {
        var first = Cut(Rows("b", "d", "f"), null);

        var second = Cut(Rows("a", "b", "d", "e", "f"), first.Next);

        Assert.Equal(["e", "f"], second.Items.Select(row => row.Key));
    }

    [Fact]
    public void The_row_of_the_cursor_may_be_gone()
    {
        var first = Cut(Rows("b", "d", "f"), null);

        var second = Cut([.. Rows("b", "f")], first.Next);

        Assert.Equal(["f"], second.Items.Select(row => row.Key));
    }

    private static Page<Row> Cut(IReadOnlyList<Row> rows, Cursor? cursor) => Pager.Cut(rows, new PageRequest("key", false, 2, cursor), _ => true);

    private static (List<IReadOnlyList<Row>> Pages, Page<Row> Last) Walk(
        IReadOnlyList<Row> rows, PageRequest request, Func<Page<Row>, Cursor?> follow)
    {
        var pages = new List<IReadOnlyList<Row>>();
        var page = Pager.Cut(rows, request, _ => true);
        pages.Add(page.Items);
        while (follow(page) is { } cursor)
        {
            page = Pager.Cut(rows, request with { Cursor = cursor }, _ => true);
            pages.Add(page.Items);
        }

        return (pages, page);
    }

    /// <summary>Rows sorted by key; the id of a row is its key and how often the key came before.</summary>
    private static List<Row> Rows(params string[] keys) =>
        [.. keys
            .GroupBy(key => key)
            .SelectMany(group => group.Select((key, i) => new Row(key, $"{key}{i}")))
            .OrderBy(row => row.Id, StringComparer.Ordinal)];

    private sealed record Row(string Key, string Id);
}
