using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// An access request from its start to its end: find the profiles, read every category of each side by side, put the export
/// together, complete. What cannot be read for good becomes a gap that the export names; it does not sink the rest.
/// </summary>
internal static class AccessOrchestrator
{
    // 12 attempts, 5 s first, doubled up to 15 min: 5+10+20+40+80+160+320+640+900+900+900 s, about 66 minutes of patience.
    private static readonly TaskOptions Patient = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 12, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(15)));

    private static readonly string[] Gathered =
        [Categories.Profile, Categories.PredictiveAnalytics, Categories.Lists, Categories.Segments, Categories.Events];

    [Function(nameof(AccessOrchestrator))]
    public static async Task<RequestResult> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RequestWork work)
    {
        try
        {
            Report(context, AccessSteps.FindingProfiles, 0, 0);
            var found = await context.CallActivityAsync<FindProfilesActivity.Output>(
                nameof(FindProfilesActivity), new FindProfilesActivity.Input(work), Patient);
            if (found.Refusal is { } refusal)
                return await FailAsync(context, work, refusal);

            var parts = await GatherAsync(context, work, found.Profiles);
            Report(context, AccessSteps.Assembling, parts.Count, parts.Count);
            var export = await context.CallActivityAsync<ExportFile>(
                nameof(AssembleExportActivity), new AssembleExportActivity.Input(work, parts), Patient);
            return await context.CallActivityAsync<RequestResult>(
                nameof(CompleteAccessActivity), new CompleteAccessActivity.Input(work, parts, export), Patient);
        }
        catch (TaskFailedException)
        {
            return await FailAsync(context, work, RequestResult.Unavailable);
        }
    }

    private static async Task<IReadOnlyList<PartResult>> GatherAsync(TaskOrchestrationContext context, RequestWork work, int profiles)
    {
        var parts = (from profile in Enumerable.Range(0, profiles) from category in Gathered select GatherAsync(context, work, profile, category)).ToList();
        var waiting = new List<Task<PartResult>>(parts);
        while (waiting.Count > 0)
        {
            Report(context, AccessSteps.Gathering, parts.Count - waiting.Count, parts.Count);
            waiting.Remove(await Task.WhenAny(waiting));
        }

        return await Task.WhenAll(parts);
    }

    private static async Task<PartResult> GatherAsync(TaskOrchestrationContext context, RequestWork work, int profile, string category)
    {
        var input = new GatherPartActivity.Input(work, profile, category);
        try
        {
            return await context.CallActivityAsync<PartResult>(nameof(GatherPartActivity), input, Patient);
        }
        catch (TaskFailedException)
        {
            return new(profile, category, "", 0, 0, 0, null, new(context.CurrentUtcDateTime, TimeSpan.Zero), GapReason.Unavailable, []);
        }
    }

    private static async Task<RequestResult> FailAsync(TaskOrchestrationContext context, RequestWork work, RequestResult result)
    {
        await context.CallActivityAsync(nameof(FailRequestActivity), new FailRequestActivity.Input(work, result), Patient);
        await context.CallActivityAsync(nameof(DiscardPartsActivity), new DiscardPartsActivity.Input(work), Patient);
        return result;
    }

    private static void Report(TaskOrchestrationContext context, string step, int done, int total) =>
        context.SetCustomStatus(new RequestProgress(step, done, total, "parts"));
}
