namespace Dxtra.Klaviyo.Sandbox.RateLimits;

/// <param name="Calls">Let through.</param>
/// <param name="Refused">Answered with 429.</param>
/// <param name="Windows">One for each limit.</param>
internal sealed record BucketSummary(int Calls, int Refused, IReadOnlyList<BucketSummary.WindowSummary> Windows)
{
    /// <param name="Seconds">The window's length.</param>
    /// <param name="Limit">Calls that it permits, as documented, whatever the scale.</param>
    /// <param name="Peak">The most calls let through within any such time.</param>
    internal sealed record WindowSummary(int Seconds, int Limit, int Peak);
}
