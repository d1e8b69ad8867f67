using System.Diagnostics;
using Xunit.Abstractions;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>After a kill at any moment and a new start every instance goes on by itself and ends as if nothing had been.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task A_workload_that_is_killed_again_and_again_comes_to_the_same_end_as_one_left_alone()
    {
        using var undisturbed = new CrashProcess();
        await undisturbed.RunToEndAsync();
        using var killed = new CrashProcess();
        var kills = await KillAgainAndAgainAsync(killed, new Random(20261122));
        await killed.RunToEndAsync();

        output.WriteLine($"{kills} kills, {killed.Effects.Count - undisturbed.Effects.Count} activities run more than once.");
        Assert.True(kills >= Kills / 2, $"Only {kills} kills: the workload is too short for this machine.");
        Assert.Equal(undisturbed.Outcomes, killed.Outcomes);
        Assert.All(killed.Outcomes.Values, outcome => Assert.StartsWith("Completed", outcome));
        Assert.Equal(undisturbed.Effects.Order(), killed.Effects.Distinct().Order());
        Assert.Equal(0, killed.CountDoubledAnswers());
    }

    private static async Task<int> KillAgainAndAgainAsync(CrashProcess process, Random random)
    {
        var watch = Stopwatch.StartNew();
        var kills = 0;
        while (kills < Kills && watch.Elapsed < Limit)
        {
            var onceSeeded = random.Next(5) > 0;
            if (!await process.RunAndKillAsync(TimeSpan.FromMilliseconds(random.Next(onceSeeded ? 300 : 800)), onceSeeded))
                break;
            kills++;
        }

        return kills;
    }
}
