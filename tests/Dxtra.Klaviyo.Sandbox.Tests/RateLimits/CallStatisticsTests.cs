using Dxtra.Klaviyo.Sandbox.RateLimits;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.RateLimits;

public sealed class CallStatisticsTests
{
    [Fact]
    public void A_peak_is_found_across_the_border_of_two_fixed_windows()
    {
        var peak = new SlidingPeak(TimeSpan.FromSeconds(1));
        var start = new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);
        foreach (var milliseconds in new[] { 0, 900, 950, 1000, 1899, 5000 })
            peak.Add(start.AddMilliseconds(milliseconds));

        Assert.Equal(4, peak.Peak);
    }

    [Fact]
    public async Task Calls_refusals_and_peaks_are_told_by_operation_until_they_are_cleared()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions());
        for (var call = 0; call < 6; call++)
            using (await sandbox.Client.GetAsync(new Uri("/api/flows", UriKind.Relative)))
                continue;

        var flows = (await sandbox.ControlAsync(HttpMethod.Get, "/sandbox/limits/statistics"))["get_flows"]!;
        Assert.Equal(6, (int)flows["calls"]! + (int)flows["refused"]!);
        Assert.Equal(60, (int)flows["windows"]![1]!["seconds"]!);
        Assert.Equal(60, (int)flows["windows"]![1]!["limit"]!);
        Assert.Equal((int)flows["calls"]!, (int)flows["windows"]![1]!["peak"]!);

        await sandbox.ControlAsync(HttpMethod.Delete, "/sandbox/limits/statistics");
        Assert.Empty((await sandbox.ControlAsync(HttpMethod.Get, "/sandbox/limits/statistics")).AsObject());
    }

    [Fact]
    public async Task Calls_are_counted_while_limits_are_off_and_also_for_the_stricter_limits_of_a_parameter()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.GetAsync("/api/profiles?additional-fields[profile]=predictive_analytics");
        var statistics = (await sandbox.ControlAsync(HttpMethod.Get, "/sandbox/limits/statistics")).AsObject();

        Assert.Equal(1, (int)statistics["get_profiles"]!["calls"]!);
        Assert.Equal(1, (int)statistics["additional-fields[profile]=predictive_analytics"]!["calls"]!);
    }
}
