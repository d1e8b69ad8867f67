using Dxtra.Klaviyo.Benchmarks.Measures;
using Dxtra.Klaviyo.Benchmarks.Stack;

namespace Dxtra.Klaviyo.Benchmarks.Scenarios;

/// <summary>
/// 1,000 people of an account with 100 lists and 100 segments, in one batch. The plain exporter does some of them; what all would take
/// is computed from the limits, for its calls are known by then.
/// </summary>
internal sealed class BatchScenario : IScenario
{
    private const int People = 1_000;
    private const int Groups = 100;
    private const int GroupsOfEach = 3;
    private const int Sample = 30;

    /// <summary>What Klaviyo takes in one filter.</summary>
    private const int PeopleInOneCall = 100;

    public string Name => "batch-1000";

    public async Task RunAsync(Bench bench, CancellationToken ct)
    {
        var emails = await SeedAsync(bench.Stack.Control, ct);
        await StartOfMinuteAsync(ct);
        if (await bench.App.MeasureAsync(Name, ["json"], People, (app, token) => app.Access.ExportBatchAsync(emails, token), ct) is { } measured)
            bench.Add(measured);
        else
            await bench.Output.WriteLineAsync("The app takes no batches; left out.");

        await StartOfMinuteAsync(ct);
        var naive = await bench.Node.MeasureAsync(Name, [.. emails.Take(Sample)], pageSize: null, ct);
        bench.Add(naive);
        bench.Results.Estimates.AddRange(EstimatesOf(bench.Floor, naive));
    }

    private IEnumerable<Estimate> EstimatesOf(RateFloor floor, Measurement naive)
    {
        // Whole calls for each person: what is over them are repeats of refused calls, which cost nothing of the limits.
        var all = naive.Calls.ByOperation.ToDictionary(call => call.Key, call => call.Value / Sample * People);
        yield return new(Name, "SDK one by one, all 1,000", floor.Of(all, 1), $"limits × the calls of the {Sample} people measured, without waiting for answers");
        var oneByOne = new Dictionary<string, int> { ["get_lists_for_profile"] = People, ["get_segments_for_profile"] = People };
        yield return new(Name, "Lists and segments one person at a time", floor.Of(oneByOne, 1), "limits, full share");
        var inverted = new Dictionary<string, int>
        {
            ["get_profiles_for_list"] = Groups * People / PeopleInOneCall,
            ["get_profiles_for_segment"] = Groups * People / PeopleInOneCall,
        };
        yield return new(Name, "Each list and segment asked for 100 people at a time", floor.Of(inverted, 1), "limits, full share");
        yield return new(Name, "The same at the used share", floor.Of(inverted, UsedShare.Value), "limits, used share");
    }

    private static async Task<IReadOnlyList<string>> SeedAsync(SandboxControl control, CancellationToken ct)
    {
        var lists = await control.FillUpAsync("lists", Groups, ct);
        var segments = await control.FillUpAsync("segments", Groups, ct);
        var emails = Enumerable.Range(1, People).Select(number => $"member.{number}@example.com").ToList();
        foreach (var (number, email) in emails.Index())
        {
            var places = Enumerable.Range(0, GroupsOfEach).Select(step => (number + (step * 33)) % Math.Min(lists.Count, segments.Count)).ToList();
            var id = await control.AddPersonAsync(email, [.. places.Select(place => lists[place])], [.. places.Select(place => segments[place])], ct);
            await control.AddEventsAsync(id, "Active on Site", 3, ct);
        }

        return emails;
    }

    /// <summary>The limits count in minutes of the clock: begun late in one, a run would seem faster than it is.</summary>
    private static Task StartOfMinuteAsync(CancellationToken ct) =>
        Task.Delay(TimeSpan.FromSeconds(60) - TimeSpan.FromSeconds(DateTime.UtcNow.TimeOfDay.TotalSeconds % 60), ct);
}
