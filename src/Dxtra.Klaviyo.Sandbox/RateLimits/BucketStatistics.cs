using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.RateLimits;

/// <summary>The counts of one bucket.</summary>
internal sealed class BucketStatistics(IReadOnlyList<Window> limits)
{
    private readonly SlidingPeak[] _peaks = [.. limits.Select(limit => new SlidingPeak(TimeSpan.FromSeconds(limit.Seconds)))];
    private int _calls;
    private int _refused;

    public void Add(bool refused, DateTimeOffset now)
    {
        if (refused)
        {
            _refused++;
            return;
        }

        _calls++;
        foreach (var peak in _peaks)
            peak.Add(now);
    }

    public BucketSummary Read() => new(
        _calls,
        _refused,
        [.. limits.Zip(_peaks, (limit, peak) => new BucketSummary.WindowSummary(limit.Seconds, limit.Calls, peak.Peak))]);
}
