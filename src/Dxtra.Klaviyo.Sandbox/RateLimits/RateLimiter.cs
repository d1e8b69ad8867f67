using System.Globalization;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.RateLimits;

/// <summary>
/// The limits of the one account: fixed windows per operation, shared by all keys, and a bucket per parameter with a surcharge,
/// shared by all operations that know the parameter. Failed calls count as much as successful ones; refused ones do not.
/// </summary>
internal sealed class RateLimiter(RateLimitSettings settings, CallStatistics statistics, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, FixedWindow[]> _buckets = [];
    private RateLimitSettings _settings = settings;

    /// <summary>New settings begin with empty windows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not above zero.</exception>
    public RateLimitSettings Settings
    {
        get => _settings;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value.Scale);
            lock (_gate)
            {
                _settings = value;
                _buckets.Clear();
            }
        }
    }

    /// <param name="operation">The operation called.</param>
    /// <param name="surcharges">Those whose parameter carries the value that costs.</param>
    public RateDecision Take(Operation operation, IEnumerable<Surcharge> surcharges)
    {
        var buckets = surcharges.Select(s => (Name: $"{s.Parameter}={s.Value}", s.Limits)).Prepend((operation.Id, operation.Limits)).ToList();
        var now = time.GetUtcNow();
        var decision = Decide(buckets, now);
        foreach (var (name, limits) in buckets)
            statistics.Add(name, limits, decision.RetryAfterSeconds is not null, now);
        return decision;
    }

    private RateDecision Decide(List<(string Name, IReadOnlyList<Window> Limits)> buckets, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (!_settings.Enabled)
                return RateDecision.Unlimited;
            var windows = buckets.ConvertAll(bucket => Bucket(bucket.Name, bucket.Limits));
            if (windows.SelectMany(bucket => bucket).FirstOrDefault(window => window.Remaining(now) == 0) is { } full)
                return RateDecision.Refused(full.SecondsToReset(now));
            foreach (var window in windows.SelectMany(bucket => bucket))
                window.Take(now);
            return new RateDecision(null, HeadersOf(windows[0], now));
        }
    }

    /// <summary>As recorded: a list for the limits, the burst window alone for what remains.</summary>
    private static KeyValuePair<string, string>[] HeadersOf(FixedWindow[] windows, DateTimeOffset now)
    {
        var list = string.Join(", ", windows.Select(window => $"{window.Limit.Calls};w={window.Limit.Seconds}"));
        return
        [
            new("ratelimit-limit", $"{windows[0].Limit.Calls}, {list}"),
            new("ratelimit-remaining", windows[0].Remaining(now).ToString(CultureInfo.InvariantCulture)),
            new("ratelimit-reset", "0"),
        ];
    }

    private FixedWindow[] Bucket(string name, IReadOnlyList<Window> limits)
    {
        if (!_buckets.TryGetValue(name, out var windows))
            _buckets[name] = windows = [.. limits.Select(limit => new FixedWindow(limit with { Calls = Scaled(limit.Calls) }))];
        return windows;
    }

    private int Scaled(int calls) => Math.Max(1, (int)Math.Round(calls * _settings.Scale));
}
