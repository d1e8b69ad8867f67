using System.Globalization;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>How many events of which kind, and when.</summary>
internal sealed class SummaryTotals
{
    private static readonly string[] Series = ["messages", "opens", "clicks", "orders", "other"];

    private readonly Dictionary<string, (int Count, string? First, string? Last)> _metrics = [];
    private readonly SortedDictionary<string, int[]> _months = new(StringComparer.Ordinal);
    private int _unnamed;
    private (string? First, string? Last) _unnamedSpan;
    private int _events;

    public void Add(HappenedEvent happened)
    {
        _events++;
        var at = happened.At;
        if (happened.Metric is { } metric)
        {
            var (count, first, last) = _metrics.GetValueOrDefault(metric);
            _metrics[metric] = (count + 1, Earlier(first, at), Later(last, at));
        }
        else
        {
            _unnamed++;
            _unnamedSpan = (Earlier(_unnamedSpan.First, at), Later(_unnamedSpan.Last, at));
        }

        if (happened.Time is { } time)
            Month(time)[SeriesOf(happened.Metric)]++;
    }

    /// <summary>One row.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Rows() => [RowBytes.Of(json =>
    {
        var metrics = _metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal).Select(metric => ((string?)metric.Key, metric.Value)).ToList();
        if (_unnamed > 0)
            metrics.Add((null, (_unnamed, _unnamedSpan.First, _unnamedSpan.Last)));
        json.WriteNumber("events", _events);
        json.WriteString("firstAt", metrics.Select(metric => metric.Item2.First).Min(StringComparer.Ordinal));
        json.WriteString("lastAt", metrics.Select(metric => metric.Item2.Last).Max(StringComparer.Ordinal));
        json.WriteStartArray("metrics");
        foreach (var (name, (count, first, last)) in metrics)
        {
            json.WriteStartObject();
            json.WriteString("metric", name);
            json.WriteNumber("count", count);
            json.WriteString("firstAt", first);
            json.WriteString("lastAt", last);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("months");
        foreach (var (month, counts) in _months)
        {
            json.WriteStartObject();
            json.WriteString("month", month);
            foreach (var (name, count) in Series.Zip(counts))
                json.WriteNumber(name, count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    })];

    private int[] Month(DateTimeOffset time)
    {
        var month = time.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        if (!_months.TryGetValue(month, out var counts))
            _months[month] = counts = new int[Series.Length];
        return counts;
    }

    private static int SeriesOf(string? metric) => (MessageSteps.Of(metric)?.Count, metric) switch
    {
        ("sent", _) => 0,
        ("opened", _) => 1,
        ("clicked", _) => 2,
        (_, "Placed Order") => 3,
        _ => 4,
    };

    private static string? Earlier(string? one, string? other) => one is null || string.CompareOrdinal(other ?? one, one) < 0 ? other ?? one : one;

    private static string? Later(string? one, string? other) => one is null || string.CompareOrdinal(other ?? one, one) > 0 ? other ?? one : one;
}
