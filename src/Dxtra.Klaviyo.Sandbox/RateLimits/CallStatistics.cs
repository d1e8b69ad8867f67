using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.RateLimits;

/// <summary>
/// How near callers came to the limits since the last reset: what each bucket let through and refused, and the most calls it let through
/// in any stretch of time as long as one of its windows, wherever the stretch begins. Counts also while limits are off.
/// </summary>
internal sealed class CallStatistics
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, BucketStatistics> _buckets = new(StringComparer.Ordinal);

    public void Add(string bucket, IReadOnlyList<Window> limits, bool refused, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (!_buckets.TryGetValue(bucket, out var statistics))
                _buckets[bucket] = statistics = new BucketStatistics(limits);
            statistics.Add(refused, now);
        }
    }

    /// <summary>By operation id, and by <c>parameter=value</c> for the stricter limits of a parameter.</summary>
    public IReadOnlyDictionary<string, BucketSummary> Read()
    {
        lock (_gate)
            return _buckets.ToDictionary(pair => pair.Key, pair => pair.Value.Read());
    }

    public void Clear()
    {
        lock (_gate)
            _buckets.Clear();
    }
}
