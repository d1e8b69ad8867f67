using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// One cycle: the events first, then the profiles, of which only what no event told is news then. What fails loses nothing, for the next
/// cycle begins where the last good one ended. The input's request id is the cycle's.
/// </summary>
internal static class ConsentSyncOrchestrator
{
    // Another cycle comes in minutes: 3 attempts, 5 + 10 s.
    private static readonly TaskOptions Short = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(5), backoffCoefficient: 2));

    [Function(nameof(ConsentSyncOrchestrator))]
    public static async Task<SyncOutcome> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RequestWork work)
    {
        var end = new EndSyncActivity.Input(work, null, new(), SyncOutcome.Unavailable, EventsRead: false);
        try
        {
            var plan = await context.CallActivityAsync<SyncPlan>(nameof(PlanSyncActivity), new PlanSyncActivity.Input(work), Short);
            end = end with { Plan = plan };
            end = plan.IsActive ? await ReadAsync(context, plan, end) : end with { Outcome = SyncOutcome.NotActive };
        }
        catch (TaskFailedException)
        {
            end = end with { Outcome = SyncOutcome.Unavailable };
        }

        var next = await context.CallActivityAsync<string?>(nameof(EndSyncActivity), end, Patience.Usual);
        if (next is not null)
        {
            await context.CallSubOrchestratorAsync<SyncOutcome>(
                nameof(ConsentSyncOrchestrator), work with { RequestId = next }, new TaskOptions().WithInstanceId(next));
        }

        return end.Outcome;
    }

    /// <summary>A key that may not read events is no failure: the profiles tell, less soon and less exactly.</summary>
    private static async Task<EndSyncActivity.Input> ReadAsync(TaskOrchestrationContext context, SyncPlan plan, EndSyncActivity.Input end)
    {
        var patience = plan.Full ? Patience.Usual : Short;
        var events = await StepsAsync(context, nameof(ReadConsentEventsActivity), "events", patience, plan.EventsSince,
            since => new ReadConsentEventsActivity.Input(end.Work, since!.Value, plan.Fresh));
        if (events.Refusal == SyncOutcome.AuthenticationFailed)
            return end with { Tally = events.Tally, Outcome = SyncOutcome.AuthenticationFailed };
        var profiles = await StepsAsync(context, nameof(ReadProfilesActivity), "profiles", patience, plan.ProfilesSince,
            since => new ReadProfilesActivity.Input(end.Work, plan.Full, since, plan.Full ? null : plan.ProfilesSince));
        return end with
        {
            Tally = events.Tally + profiles.Tally,
            Outcome = profiles.Refusal ?? SyncOutcome.Completed,
            EventsRead = events.Refusal is null,
        };
    }

    private static async Task<SyncPiece> StepsAsync(
        TaskOrchestrationContext context, string activity, string unit, TaskOptions patience, DateTimeOffset? since, Func<DateTimeOffset?, object> inputOf)
    {
        var sum = new SyncTally();
        while (true)
        {
            context.SetCustomStatus(new RequestProgress("reading", sum.Profiles + sum.Events, 0, unit));
            var piece = await context.CallPatientlyAsync<SyncPiece>(activity, inputOf(since), patience);
            sum += piece.Tally;
            if (piece.Reached is null)
                return piece with { Tally = sum };
            since = piece.Reached;
        }
    }
}
