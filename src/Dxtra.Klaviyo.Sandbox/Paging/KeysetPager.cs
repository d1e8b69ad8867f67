namespace Dxtra.Klaviyo.Sandbox.Paging;

/// <summary>Cuts pages out of rows that are sorted ascending by (key, id). Finding the place takes a binary search.</summary>
internal sealed class KeysetPager<T>(Func<T, string> key, Func<T, string> id)
{
    /// <param name="rows">Sorted ascending by key, then by id, both ordinal.</param>
    /// <param name="request">The page that is wanted.</param>
    /// <param name="matches">Rows to take; the others are passed over.</param>
    public Page<T> Cut(IReadOnlyList<T> rows, PageRequest request, Func<T, bool> matches)
    {
        var forward = request.Cursor?.Forward ?? true;
        var ascending = forward != request.Descending;
        var found = Walk(rows, request.Cursor, ascending).Where(matches).Take(request.Size + 1).ToList();
        var more = found.Count > request.Size;
        if (more)
            found.RemoveAt(found.Count - 1);
        if (!forward)
            found.Reverse();

        var hasNext = forward ? more : found.Count > 0;
        var hasPrevious = forward ? request.Cursor is not null && found.Count > 0 : more;
        return new Page<T>(
            found,
            hasNext ? CursorAt(found[^1], request.Sort, forward: true) : null,
            hasPrevious ? CursorAt(found[0], request.Sort, forward: false) : null);
    }

    private Cursor CursorAt(T row, string sort, bool forward) => new(sort, key(row), id(row), forward);

    private IEnumerable<T> Walk(IReadOnlyList<T> rows, Cursor? cursor, bool ascending)
    {
        if (ascending)
        {
            for (var i = cursor is null ? 0 : CountUpTo(rows, cursor, including: true); i < rows.Count; i++)
                yield return rows[i];
        }
        else
        {
            for (var i = (cursor is null ? rows.Count : CountUpTo(rows, cursor, including: false)) - 1; i >= 0; i--)
                yield return rows[i];
        }
    }

    /// <summary>How many rows come before the cursor's row, or up to and including it.</summary>
    private int CountUpTo(IReadOnlyList<T> rows, Cursor cursor, bool including)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var order = Compare(rows[middle], cursor);
            if (order < 0 || (including && order == 0))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int Compare(T row, Cursor cursor)
    {
        var byKey = string.CompareOrdinal(key(row), cursor.Key);
        return byKey != 0 ? byKey : string.CompareOrdinal(id(row), cursor.Id);
    }
}
