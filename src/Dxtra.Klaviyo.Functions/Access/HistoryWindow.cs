namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A stretch of a person's history, in Unix seconds: from (inclusive) to (exclusive); null is without an end.</summary>
internal sealed record HistoryWindow(long? From, long? To)
{
    /// <summary>Nothing smaller can be asked for.</summary>
    public bool IsOneSecond => From is { } from && To is { } to && to - from <= 1;

    public bool Holds(long time) => (From is not { } from || time >= from) && (To is not { } to || time < to);

    /// <summary>
    /// Stretches without a gap or an overlap that together are this one: <paramref name="count"/> equal ones, or as many as there
    /// are seconds. <paramref name="first"/> and <paramref name="last"/> bound it where it is open; what lies outside them belongs
    /// to the outermost stretches.
    /// </summary>
    public IReadOnlyList<HistoryWindow> Cut(int count, long first, long last)
    {
        var (begin, end) = (From ?? first, To ?? last + 1);
        var pieces = (int)Math.Clamp(Math.Min(count, end - begin), 1, 2_048);
        var bounds = Enumerable.Range(1, pieces - 1).Select(index => begin + (long)((end - begin) * (double)index / pieces)).Distinct().ToList();
        var edges = new List<long?> { From };
        edges.AddRange(bounds.Where(bound => bound > begin && bound < end).Select(bound => (long?)bound));
        edges.Add(To);
        return [.. edges.Zip(edges.Skip(1), (from, to) => new HistoryWindow(from, to))];
    }
}
