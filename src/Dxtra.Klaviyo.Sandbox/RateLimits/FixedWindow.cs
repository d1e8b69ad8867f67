using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.RateLimits;

/// <summary>Counts calls in windows that begin at multiples of their length.</summary>
internal sealed class FixedWindow(Window limit)
{
    private long _window;
    private int _used;

    public Window Limit => limit;

    /// <summary>Calls left in the window of <paramref name="now"/>.</summary>
    public int Remaining(DateTimeOffset now)
    {
        Roll(now);
        return Math.Max(0, limit.Calls - _used);
    }

    public void Take(DateTimeOffset now)
    {
        Roll(now);
        _used++;
    }

    /// <summary>Whole seconds until the next window, at least one.</summary>
    public int SecondsToReset(DateTimeOffset now)
    {
        var next = DateTimeOffset.FromUnixTimeSeconds((WindowOf(now) + 1) * limit.Seconds);
        return Math.Max(1, (int)Math.Ceiling((next - now).TotalSeconds));
    }

    private long WindowOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / limit.Seconds;

    private void Roll(DateTimeOffset now)
    {
        var window = WindowOf(now);
        if (window == _window)
            return;
        _window = window;
        _used = 0;
    }
}
