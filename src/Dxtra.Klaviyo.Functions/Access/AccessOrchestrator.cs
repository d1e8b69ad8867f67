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
    // 12 attempts, 5 s first, doubled up to 15 min: 5+10+20+40+80+160+320+640+900+900+900 s, about 66 minutes of patience.
    internal static readonly TaskOptions Patient = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 12, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(15)));

    [Function(nameof(AccessOrchestrator))]
    public static async Task<RequestResult> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RequestWork work)
    {
        try
        {
            Report(context, AccessSteps.FindingProfiles, 0, 0);
            var start = await context.CallActivityAsync<StartRunActivity.Output>(nameof(StartRunActivity), new StartRunActivity.Input(work), Patient);
            var found = start.Kept ?? await FindAsync(context, work);
            if (found.Ended is RequestResult.AwaitingApproval or RequestResult.Cancelled)
                return found.Ended.Value;
            if (found.Ended is { } refusal)
                return await FailAsync(context, work, refusal);

            var parts = await GatherAsync(context, work, found, start.Missing);
            var exports = await WriteAsync(context, work, parts, start.Formats);
            return await context.CallActivityAsync<RequestResult>(
                nameof(CompleteAccessActivity), new CompleteAccessActivity.Input(work, parts, exports), Patient);
        }
        catch (TaskFailedException)
        {
            return await FailAsync(context, work, RequestResult.Unavailable);
        }
    }

    private static Task<FindProfilesActivity.Output> FindAsync(TaskOrchestrationContext context, RequestWork work) =>
        context.CallPatientlyAsync<FindProfilesActivity.Output>(nameof(FindProfilesActivity), new FindProfilesActivity.Input(work), Patient);

    private static async Task<IReadOnlyList<PartResult>> GatherAsync(
        TaskOrchestrationContext context, RequestWork work, FindProfilesActivity.Output found, IReadOnlyList<MissingRead>? missing)
    {
        var done = 0;
        var total = missing?.Count ?? found.Profiles * Reads.AfterProfile.Count;
        Report(context, AccessSteps.Gathering, done, total);
        var parts = await Task.WhenAll(Enumerable.Range(0, found.Profiles).Select(profile => ProfileGathering.RunAsync(
            context, work, profile, found.Parts.Where(part => part.Profile == profile), missing, () => Report(context, AccessSteps.Gathering, ++done, total))));
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
                nameof(AssembleExportActivity), new AssembleExportActivity.Input(work, parts, format), Patient);
        }

        return exports;
    }

    private static async Task<RequestResult> FailAsync(TaskOrchestrationContext context, RequestWork work, RequestResult result)
    {
        await context.CallActivityAsync(nameof(FailRequestActivity), new FailRequestActivity.Input(work, result), Patient);
        await context.CallActivityAsync(nameof(DiscardPartsActivity), new DiscardPartsActivity.Input(work), Patient);
        return result;
    }

    private static void Report(TaskOrchestrationContext context, string step, int done, int total, string unit = "parts") =>
        context.SetCustomStatus(new RequestProgress(step, done, total, unit));
}
