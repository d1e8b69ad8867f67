using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The part of <see cref="AccessOrchestrator"/> that reads one profile.</summary>
internal static class ProfileGathering
{
    /// <summary>A profile may be merged into another while it is read, and that one too; then there is an end.</summary>
    private const int MostMerges = 3;

    /// <param name="context">The orchestration's.</param>
    /// <param name="work">The profile.</param>
    /// <param name="known">The parts that are there already.</param>
    /// <param name="missing">What to read; null for everything.</param>
    /// <param name="report">Told after each read.</param>
    public static async Task<IReadOnlyList<PartResult>> RunAsync(
        TaskOrchestrationContext context, ProfileWork work, IEnumerable<PartResult> known, IReadOnlyList<MissingRead>? missing, Action report)
    {
        var parts = known.ToDictionary(part => part.Category);
        var reads = missing is null ? Reads.AfterProfile : [.. missing.Where(read => read.Profile == work.Profile).Select(read => read.Read)];
        for (var merges = 0; ; merges++)
        {
            foreach (var part in await ReadAsync(context, work, reads, report))
                parts[part.Category] = part;
            if (merges == MostMerges || !parts.Values.Any(part => part.Gap == GapReason.ProfileGone))
                return Ordered(parts);

            var survivor = await context.CallPatientlyAsync<FollowProfileActivity.Output>(
                nameof(FollowProfileActivity), new FollowProfileActivity.Input(work.Work, work.Profile), Patience.Of(work.FirstPause));
            if (survivor.Parts is not { Count: > 0 })
                return Ordered(parts);
            foreach (var part in survivor.Parts)
                parts[part.Category] = part;
            reads = Reads.AfterProfile;
        }
    }

    private static async Task<IReadOnlyList<PartResult>> ReadAsync(
        TaskOrchestrationContext context, ProfileWork work, IReadOnlyList<string> reads, Action report)
    {
        var sideBySide = reads.Where(read => read is not (Reads.History or Reads.Groups)).Select(read => ReadAsync(context, work, read, report)).ToList();
        if (reads.Contains(Reads.History))
            sideBySide.Add(ReadHistoryAsync(context, work, report));
        var parts = (await Task.WhenAll(sideBySide)).SelectMany(part => part).ToList();
        if (reads.Contains(Reads.Groups))
            parts.AddRange(await ReadAsync(context, work, Reads.Groups, report));
        return parts;
    }

    private static async Task<IReadOnlyList<PartResult>> ReadAsync(
        TaskOrchestrationContext context, ProfileWork work, string read, Action report)
    {
        try
        {
            return await context.CallPatientlyAsync<IReadOnlyList<PartResult>>(
                nameof(GatherPartsActivity), new GatherPartsActivity.Input(work.Work, work.Profile, read), Patience.Of(work.FirstPause));
        }
        catch (TaskFailedException)
        {
            return Unavailable(context, work.Profile, read);
        }
        finally
        {
            report();
        }
    }

    private static async Task<IReadOnlyList<PartResult>> ReadHistoryAsync(TaskOrchestrationContext context, ProfileWork work, Action report)
    {
        try
        {
            return await context.CallSubOrchestratorAsync<IReadOnlyList<PartResult>>(
                nameof(HistoryOrchestrator), work);
        }
        catch (TaskFailedException)
        {
            return Unavailable(context, work.Profile, Reads.History);
        }
        finally
        {
            report();
        }
    }

    private static IReadOnlyList<PartResult> Unavailable(TaskOrchestrationContext context, int profile, string read) =>
        [.. Reads.CategoriesOf(read).Select(category => new PartResult(
            profile, category, "", 0, 0, 0, null, new(context.CurrentUtcDateTime, TimeSpan.Zero), GapReason.Unavailable, []))];

    private static IReadOnlyList<PartResult> Ordered(Dictionary<string, PartResult> parts) =>
        [.. Categories.All.Where(parts.ContainsKey).Select(category => parts[category])];
}
