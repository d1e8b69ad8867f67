using System.Diagnostics;

namespace Dxtra.Klaviyo.Benchmarks.Stack;

/// <summary>Looks often at first and less often the longer it takes, so that looking costs neither precision nor time.</summary>
internal static class Patience
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> good, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (good(seen))
                return seen;
            var pause = Stopwatch.GetElapsedTime(started) / 100;
            await Task.Delay(pause < Shortest ? Shortest : pause > Longest ? Longest : pause, ct);
        }
    }
}
