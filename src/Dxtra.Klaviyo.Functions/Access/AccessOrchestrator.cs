using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// A run of work on an access request: find the profiles, read each side by side, write the export in every format, complete. What
/// cannot be read for good becomes a gap that the export names; it does not sink the rest, and a later run reads it alone.
/// </summary>
internal static class AccessOrchestrator
{
    [Function(nameof(AccessOrchestrator))]
    public static async Task<RequestResult> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RequestWork work)
    {
        try
        {
            Report(context, AccessSteps.FindingProfiles, 0, 0);
            var start = await context.CallActivityAsync<StartRunActivity.Output>(nameof(StartRunActivity), new StartRunActivity.Input(work), Patience.Usual);
            var found = start.Kept ?? await FindAsync(context, work, start.FirstPause);
            if (found.Ended is RequestResult.AwaitingApproval or RequestResult.Cancelled)
                return found.Ended.Value;
            if (found.Ended is { } refusal)
                return await FailAsync(context, work, refusal);

            var parts = await GatherAsync(context, work, found, start);
            var exports = await WriteAsync(context, work, parts, start.Formats);
            return await context.CallActivityAsync<RequestResult>(
                nameof(CompleteAccessActivity), new CompleteAccessActivity.Input(work, parts, exports), Patience.Usual);
        }
        catch (TaskFailedException)
        {
            return await FailAsync(context, work, RequestResult.Unavailable);
        }
    }

    private static Task<FindProfilesActivity.Output> FindAsync(TaskOrchestrationContext context, RequestWork work, TimeSpan firstPause) =>
        context.CallPatientlyAsync<FindProfilesActivity.Output>(
            nameof(FindProfilesActivity), new FindProfilesActivity.Input(work), Patience.Of(firstPause));

    private static async Task<IReadOnlyList<PartResult>> GatherAsync(
        TaskOrchestrationContext context, RequestWork work, FindProfilesActivity.Output found, StartRunActivity.Output start)
    {
        var done = 0;
        var total = start.Missing?.Count ?? found.Profiles * Reads.AfterProfile.Count;
        Report(context, AccessSteps.Gathering, done, total);
        var parts = await Task.WhenAll(Enumerable.Range(0, found.Profiles).Select(profile => ProfileGathering.RunAsync(
            context, new(work, profile, start.FirstPause), found.Parts.Where(part => part.Profile == profile), start.Missing, () => Report(context, AccessSteps.Gathering, ++done, total))));
        return [.. parts.SelectMany(part => part)];
    }

    /// <summary>One after the other: each holds some megabytes.</summary>
    private static async Task<IReadOnlyDictionary<string, ExportFile>> WriteAsync(
        TaskOrchestrationContext context, RequestWork work, IReadOnlyList<PartResult> parts, IReadOnlyList<string> formats)
    {
        var exports = new Dictionary<string, ExportFile>();
        foreach (var format in formats)
        {
            Report(context, AccessSteps.Assembling, exports.Count, formats.Count, "formats");
            exports[format] = await context.CallActivityAsync<ExportFile>(
                nameof(AssembleExportActivity), new AssembleExportActivity.Input(work, parts, format), Patience.Usual);
        }

        return exports;
    }

    private static async Task<RequestResult> FailAsync(TaskOrchestrationContext context, RequestWork work, RequestResult result)
    {
        if (await context.CallActivityAsync<bool>(nameof(FailRequestActivity), new FailRequestActivity.Input(work, result), Patience.Usual))
            await context.CallActivityAsync(nameof(DiscardPartsActivity), new DiscardPartsActivity.Input(work), Patience.Usual);
        return result;
    }

    private static void Report(TaskOrchestrationContext context, string step, int done, int total, string unit = "parts") =>
        context.SetCustomStatus(new RequestProgress(step, done, total, unit));
}
