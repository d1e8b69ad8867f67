namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>The most recent calls and counts of all of them since the last reset. Holds no path and no query, so nobody's data.</summary>
internal sealed class RequestLog(TimeProvider time)
{
    private const int Kept = 1000;
    private readonly Lock _gate = new();
    private readonly Queue<Entry> _recent = [];
    private readonly Dictionary<string, int> _byOperation = [];
    private readonly Dictionary<int, int> _byStatus = [];

    public void Add(string operation, int status, TimeSpan took, string? fault)
    {
        lock (_gate)
        {
            _recent.Enqueue(new Entry(time.GetUtcNow(), operation, status, Math.Round(took.TotalMilliseconds, 1), fault));
            if (_recent.Count > Kept)
                _recent.Dequeue();
            _byOperation[operation] = _byOperation.GetValueOrDefault(operation) + 1;
            _byStatus[status] = _byStatus.GetValueOrDefault(status) + 1;
        }
    }

    /// <summary>The newest first.</summary>
    public Summary Read()
    {
        lock (_gate)
        {
            return new Summary(
                _byStatus.Values.Sum(),
                new Dictionary<string, int>(_byOperation),
                _byStatus.ToDictionary(pair => pair.Key, pair => pair.Value),
                [.. _recent.Reverse()]);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _recent.Clear();
            _byOperation.Clear();
            _byStatus.Clear();
        }
    }

    internal sealed record Entry(DateTimeOffset At, string Operation, int Status, double Milliseconds, string? Fault);

    internal sealed record Summary(
        int Total, IReadOnlyDictionary<string, int> ByOperation, IReadOnlyDictionary<int, int> ByStatus, IReadOnlyList<Entry> Recent);
}
