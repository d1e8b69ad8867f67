using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Ends a cycle: moves the watermark when all was read and recorded, writes down what was counted, and gives the turn away.</summary>
internal sealed class EndSyncActivity(
    IProcessorStore processors, ISyncStore store, Exclusions exclusions, IActivityLog activity, SyncWatermark watermark, TimeProvider time)
{
    /// <param name="Work">The cycle's.</param>
    /// <param name="Plan">What was to be read; null when not even that was decided.</param>
    /// <param name="Tally">What was counted.</param>
    /// <param name="Outcome">How it ended.</param>
    /// <param name="EventsRead">Events were read too.</param>
    internal sealed record Input(RequestWork Work, SyncPlan? Plan, SyncTally Tally, SyncOutcome Outcome, bool EventsRead);

    /// <returns>The cycle that waited and is next; null when none did.</returns>
    [Function(nameof(EndSyncActivity))]
    public async Task<string?> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var (controller, processorId, cycleId) = (input.Work.ControllerDid, input.Work.ProcessorId, input.Work.RequestId);
        var now = time.GetUtcNow();
        if (await store.FindAsync(controller, processorId, cycleId, cancellationToken) is { EndedAt: null } cycle)
        {
            var state = await store.ReadAsync(controller, processorId, cancellationToken);
            await WriteAsync(input, cycle, watermark.After(state, input), now, cancellationToken);
        }

        var after = await store.UpdateAsync(
            controller, processorId, state => watermark.After(state, input).Release(cycleId, now), cancellationToken);
        await exclusions.PromiseIfAnyAsync(controller, processorId, cancellationToken);
        return after.RunningAfter == cycleId ? after.Running : null;
    }

    private async Task WriteAsync(Input input, SyncCycle cycle, SyncState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (controller, processorId) = (input.Work.ControllerDid, input.Work.ProcessorId);
        var lag = (now - state.ProfilesUntil)?.TotalSeconds;
        if (input.Tally is { Profiles: > 0 } or { Events: > 0 })
            await activity.AppendAsync(EntryOf(input, now), cancellationToken);
        if (input.Outcome == SyncOutcome.Completed)
        {
            await processors.UpdateAsync(
                controller, processorId, processor => processor with { LastSyncAt = now, SyncLag = (int?)lag }, cancellationToken);
        }

        await store.WriteAsync(controller, processorId, cycle with
        {
            EndedAt = now,
            Outcome = input.Outcome,
            Tally = input.Tally,
            EventsRead = input.EventsRead,
            LagSeconds = lag,
        }, cancellationToken);
    }

    private static ActivityEntry EntryOf(Input input, DateTimeOffset now) => new()
    {
        ControllerDid = input.Work.ControllerDid,
        At = now,
        Source = ActivitySource.System,
        Type = ActivityType.ConsentSynced,
        ProcessorId = input.Work.ProcessorId,
        Actor = Actors.System,
        Fields = ["consent"],
        Outcome = $"{input.Outcome}: {input.Tally.Profiles} profiles and {input.Tally.Events} events read, {input.Tally.Changes} changes found",
    };
}
