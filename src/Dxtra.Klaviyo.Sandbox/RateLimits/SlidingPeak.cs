namespace Dxtra.Klaviyo.Sandbox.RateLimits;

/// <summary>The most calls within any stretch of time of a given length.</summary>
internal sealed class SlidingPeak(TimeSpan length)
{
    private readonly Queue<DateTimeOffset> _recent = [];

    public int Peak { get; private set; }

    public void Add(DateTimeOffset now)
    {
        while (_recent.TryPeek(out var oldest) && now - oldest >= length)
            _recent.Dequeue();
        _recent.Enqueue(now);
        Peak = Math.Max(Peak, _recent.Count);
    }
}
