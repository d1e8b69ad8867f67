using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Carries the plan out, kind of step by kind of step over all profiles, each with the patience that its refusals want.</summary>
internal static class ErasureSteps
{
    /// <summary>How long Klaviyo may refuse one step while it takes the key. A key that it does not take is waited for without end.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <returns>False: the request was given up before the first step.</returns>
    public static async Task<bool> RunAsync(
        TaskOrchestrationContext context, RequestWork work, IReadOnlyDictionary<int, IReadOnlyList<PlannedStep>> plan, ErasurePace pace)
    {
        var steps = plan.SelectMany(profile => profile.Value.Select(step => (Profile: profile.Key, Step: step)))
            .OrderBy(planned => planned.Step.Step).ThenBy(planned => planned.Profile).ThenBy(planned => planned.Step.Target, StringComparer.Ordinal).ToList();
        List<(int Profile, ErasureStep Step)> awaited = [];
        foreach (var (done, (profile, step)) in steps.Index())
        {
            if (step.Step == ErasureStep.Delete)
                await AwaitUnsubscribedAsync(context, work, awaited, pace);
            var result = await RunAsync(context, new(work, profile, step), pace, waiting => Report(context, waiting, done, steps.Count));
            if (result.State == StepState.Stopped)
                return false;
            if (result.Answer == LedgerAnswer.Accepted)
                awaited.Add((profile, step.Step));
        }

        return true;
    }

    private static async Task<StepResult> RunAsync(
        TaskOrchestrationContext context, EraseStepActivity.Input input, ErasurePace pace, Action<string> report)
    {
        var (pause, until) = (pace.Pause, context.CurrentUtcDateTime + Patience);
        while (true)
        {
            var result = await context.CallActivityAsync<StepResult>(nameof(EraseStepActivity), input, Requests.Patience.Usual);
            report(StepWord(result));
            if (result.State is StepState.Settled or StepState.Stopped)
                return result;
            if (result.State == StepState.KeyRefused || result.Seconds is not null)
                until = context.CurrentUtcDateTime + Patience;
            input = input with
            {
                Looked = result.State == StepState.Uncertain ? result.Attempt : 0,
                Probe = result.State == StepState.KeyRefused,
                GiveUp = context.CurrentUtcDateTime >= until,
            };
            var asked = TimeSpan.FromSeconds(result.Seconds ?? 0);
            await context.CreateTimer(asked > pause ? asked : pause, CancellationToken.None);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause > pace.Pause ? LongestPause : pace.Pause;
        }
    }

    /// <summary>One that comes into effect after the deletion would bring the person back. Beyond our patience the looks will tell.</summary>
    private static async Task AwaitUnsubscribedAsync(
        TaskOrchestrationContext context, RequestWork work, List<(int Profile, ErasureStep Step)> awaited, ErasurePace pace)
    {
        var until = context.CurrentUtcDateTime + pace.UnsubscribePatience;
        foreach (var (profile, step) in awaited.Where(taken => taken.Step is ErasureStep.UnsubscribeEmail or ErasureStep.UnsubscribeSms))
        {
            while (!await context.CallActivityAsync<bool>(nameof(AwaitUnsubscribedActivity), new AwaitUnsubscribedActivity.Input(work, profile, step), Requests.Patience.Usual)
                && context.CurrentUtcDateTime < until)
            {
                await context.CreateTimer(pace.Pause, CancellationToken.None);
            }
        }

        awaited.Clear();
    }

    private static string StepWord(StepResult result) => result.State switch
    {
        StepState.KeyRefused => DeletionSteps.WaitingForKey,
        StepState.Refused when result.Seconds is null => DeletionSteps.WaitingForKlaviyo,
        _ => DeletionSteps.Erasing,
    };

    private static void Report(TaskOrchestrationContext context, string word, int done, int total) =>
        context.SetCustomStatus(new RequestProgress(word, done, total, "steps"));
}
