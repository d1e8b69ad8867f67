using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Looks for what was erased, at the times that the settings name, until each profile is decided or the last look is over.</summary>
internal static class ErasureLooks
{
    public static async Task RunAsync(
        TaskOrchestrationContext context, RequestWork work, IReadOnlyDictionary<int, IReadOnlyList<PlannedStep>> plan, ErasurePace pace)
    {
        var start = context.CurrentUtcDateTime;
        List<int> open = [.. plan.Keys.Order()];
        foreach (var (index, after) in pace.Looks.Index())
        {
            Report(context, DeletionSteps.Confirming, index, pace.Looks.Count);
            if (start + after > context.CurrentUtcDateTime)
                await context.CreateTimer(start + after, CancellationToken.None);
            foreach (var profile in open.ToList())
                if (await LookAsync(context, new(work, profile, index + 1, plan[profile]), pace, word => Report(context, word, index, pace.Looks.Count)))
                    open.Remove(profile);
            if (open.Count == 0)
                return;
        }
    }

    /// <returns>True: nothing more is to be learned of this profile.</returns>
    private static async Task<bool> LookAsync(
        TaskOrchestrationContext context, LookForProfileActivity.Input input, ErasurePace pace, Action<string> report)
    {
        while (true)
        {
            var result = await context.CallPatientlyAsync<LookForProfileActivity.Output>(nameof(LookForProfileActivity), input, Patience.Usual);
            report(result.KeyRefused ? DeletionSteps.WaitingForKey : DeletionSteps.Confirming);
            if (!result.KeyRefused)
                return result.IsDecided;
            await context.CreateTimer(pace.Pause, CancellationToken.None);
        }
    }

    private static void Report(TaskOrchestrationContext context, string word, int done, int total) =>
        context.SetCustomStatus(new RequestProgress(word, done, total, "looks"));
}
