using CsCheck;

namespace Dxtra.Klaviyo.Client.Tests;

/// <summary>What Klaviyo counts, wherever its windows begin.</summary>
public class WindowPropertyTests
{
    private static readonly Gen<(int Burst, int Steady, int Calls, double Share, ulong Seed)> Cases =
        Gen.Select(Gen.Int[1, 8], Gen.Int[3, 30], Gen.Int[1, 60], Gen.Double[0.2, 1], Gen.ULong);

    [Fact]
    public void No_window_of_any_alignment_holds_more_than_permitted_and_every_call_is_sent() => Cases.Sample(
        sample =>
        {
            using var klaviyo = new SimulatedKlaviyo(sample.Share);
            var random = new Random((int)(sample.Seed % int.MaxValue));
            klaviyo.Journey = () => (Random(random), Random(random));
            var route = SimulatedKlaviyo.Route((sample.Burst, 1), (sample.Steady, 10));
            for (var call = 0; call < sample.Calls; call++)
            {
                klaviyo.Call(route, due: random.Next(3) == 0 ? null : random.Next(40));
                klaviyo.Pass(random.Next(4) == 0 ? random.NextDouble() : 0);
            }

            for (var waited = 0; klaviyo.Calls.Count < sample.Calls && waited < 2000; waited++)
                klaviyo.Pass(1);

            Assert.Equal(sample.Calls, klaviyo.Calls.Count);
            Assert.True(Most(klaviyo, 1) <= Math.Max(1, (int)(sample.Burst * sample.Share)));
            Assert.True(Most(klaviyo, 10) <= Math.Max(1, (int)(sample.Steady * sample.Share)));
        },
        iter: 60, threads: 1);

    [Fact]
    public void The_whole_share_is_used_when_there_is_use_for_it()
    {
        using var klaviyo = new SimulatedKlaviyo(0.8) { Journey = () => (TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(20)) };
        var route = SimulatedKlaviyo.Route((75, 1), (750, 60));
        for (var call = 0; call < 2000; call++)
            klaviyo.Call(route);

        klaviyo.Pass(180);

        // 570 of 600 a minute: the rest is kept for calls that somebody waits for.
        Assert.InRange(klaviyo.Calls.Count, 3 * 570 - 10, 3 * 570);
        Assert.InRange(Most(klaviyo, 60), 560, 600);
    }

    /// <summary>The most calls that arrived in a half-open window of so many seconds.</summary>
    private static int Most(SimulatedKlaviyo klaviyo, int seconds)
    {
        var arrivals = klaviyo.Calls.Select(call => call.Arrived).Order().ToList();
        var (most, first) = (0, 0);
        for (var last = 0; last < arrivals.Count; last++)
        {
            while (arrivals[last] - arrivals[first] >= TimeSpan.FromSeconds(seconds))
                first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    private static TimeSpan Random(Random random) => random.Next(random.Next(10) == 0 ? 200 : 20) * SimulatedKlaviyo.Step;
}
