using Dxtra.Klaviyo.Sandbox.Pipeline;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Pipeline;

public sealed class LatencyTests
{
    [Fact]
    public void Jitter_lies_between_the_fixed_delay_and_the_most_and_repeats_with_its_seed()
    {
        var delays = Take(seed: 3);

        Assert.Equal(delays, Take(seed: 3));
        Assert.NotEqual(delays, Take(seed: 4));
        Assert.All(delays, delay => Assert.InRange(delay, TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(70)));
        Assert.Equal(100, delays.Distinct().Count());
    }

    [Fact]
    public async Task Latency_and_jitter_are_set_while_the_sandbox_runs()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var quirks = await sandbox.ControlAsync(
            HttpMethod.Put, "/sandbox/quirks", new { latencyMilliseconds = 20, jitterMilliseconds = 5, jitterSeed = 9 });
        await sandbox.GetAsync("/api/accounts");

        Assert.Equal(20, (double)quirks["latencyMilliseconds"]!);
        Assert.Equal(5, (double)quirks["jitterMilliseconds"]!);
        Assert.Equal(9, (int)quirks["jitterSeed"]!);
        var log = await sandbox.ControlAsync(HttpMethod.Get, "/sandbox/requests");
        Assert.True((double)log["recent"]![0]!["milliseconds"]! >= 19);
    }

    private static List<TimeSpan> Take(int seed)
    {
        var latency = new Latency(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(50), seed);
        return [.. Enumerable.Range(0, 100).Select(_ => latency.Next())];
    }
}
