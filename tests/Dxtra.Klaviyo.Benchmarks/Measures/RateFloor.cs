using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Benchmarks.Measures;

/// <summary>
/// The shortest time in which the documented limits let a number of calls through. Klaviyo counts in two fixed windows at once, b
/// calls a second and m calls a minute, for each operation by itself. With the share s of them, b' = max(1, floor(b·s)) and m' likewise,
/// n calls take
/// <code>(ceil(n / m') - 1) · 60 s  +  (ceil(rest / b') - 1) · 1 s,   rest = n - (ceil(n / m') - 1) · m'</code>
/// from the first call to the last, begun with a fresh minute: so many minutes are used up, and in the last one the rest goes out b' a
/// second. Different operations run side by side, so the slowest one counts.
/// </summary>
/// <param name="catalog">The limits by operation, from Klaviyo's specification.</param>
internal sealed class RateFloor(OperationCatalog catalog)
{
    /// <summary>
    /// Calls that have to wait for one another whoever makes them: the profile, its lists and segments (or the ends of its history), and
    /// then the joining dates (or the pages between). The latency is waited that often at least.
    /// </summary>
    private const int DependentCalls = 3;

    /// <param name="calls">Number of calls by operation; operations that the catalogue does not know cost nothing.</param>
    /// <param name="share">The used share of the limits, above 0 and up to 1.</param>
    public TimeSpan Of(IReadOnlyDictionary<string, int> calls, double share) => TimeSpan.FromSeconds(calls
        .Select(call => (Operation: catalog.All.FirstOrDefault(operation => operation.Id == call.Key), Calls: call.Value))
        .Where(call => call is { Operation: not null, Calls: > 0 })
        .Select(call => Seconds(call.Operation!.Limits, call.Calls, share))
        .DefaultIfEmpty()
        .Max());

    /// <summary>As <see cref="Of"/>, and the latency of the calls that depend on each other.</summary>
    public TimeSpan WithLatency(IReadOnlyDictionary<string, int> calls, double share, TimeSpan latency) =>
        Of(calls, share) + (DependentCalls * latency);

    /// <summary>The limits come shortest window first; one of a day never binds here.</summary>
    private static double Seconds(IReadOnlyList<Window> limits, int calls, double share)
    {
        var seconds = 0.0;
        foreach (var window in limits.OrderByDescending(window => window.Seconds))
        {
            var permitted = Math.Max(1, (int)(window.Calls * share));
            var full = ((calls + permitted - 1) / permitted) - 1;
            seconds += full * (double)window.Seconds;
            calls -= full * permitted;
        }

        return seconds;
    }
}
