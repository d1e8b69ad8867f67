namespace Dxtra.Klaviyo.Sandbox.RateLimits;

/// <summary>Whether a call may go on, and the headers that say so.</summary>
/// <param name="RetryAfterSeconds">Set when the call is refused.</param>
/// <param name="Headers">The three RateLimit headers; none when refused, or when limits are off.</param>
internal sealed record RateDecision(int? RetryAfterSeconds, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    public static RateDecision Unlimited { get; } = new(null, []);

    public static RateDecision Refused(int retryAfterSeconds) => new(retryAfterSeconds, []);
}
