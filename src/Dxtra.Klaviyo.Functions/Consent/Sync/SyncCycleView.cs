using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A cycle of the synchronisation as the contract gives it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Full">Everything is compared.</param>
/// <param name="Status">Where it is.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Outcome">How.</param>
/// <param name="Progress">Profiles or events read so far, while it runs; Klaviyo does not say how many there are.</param>
/// <param name="Profiles">Profiles read.</param>
/// <param name="Events">Events read.</param>
/// <param name="Changes">Changes found of which nothing was known: what no webhook had brought.</param>
/// <param name="BroughtByWebhook">Changes since the cycle before that a webhook had brought.</param>
/// <param name="MissRate">The former in both; null when there were none.</param>
/// <param name="LagSeconds">How far behind its end everything was known.</param>
/// <param name="SlowestSeconds">The longest that a change it found had been unknown.</param>
/// <param name="EventsRead">False: the key may not read events.</param>
internal sealed record SyncCycleView(
    string Id, bool Full, SyncStatus Status, DateTimeOffset RequestedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, SyncOutcome? Outcome,
    RequestProgress? Progress, int Profiles, int Events, int Changes, int BroughtByWebhook, double? MissRate, double? LagSeconds,
    double SlowestSeconds, bool EventsRead)
{
    public static SyncCycleView Of(SyncCycle cycle, RequestProgress? progress)
    {
        var (profiles, events, changes, brought, slowest) = cycle.Tally;
        return new(
            cycle.Id, cycle.Full, StatusOf(cycle), cycle.RequestedAt, cycle.StartedAt, cycle.EndedAt, cycle.Outcome, progress, profiles, events, changes,
            brought, changes + brought == 0 ? null : (double)changes / (changes + brought), cycle.LagSeconds, slowest, cycle.EventsRead);
    }

    private static SyncStatus StatusOf(SyncCycle cycle) => cycle switch
    {
        { Outcome: SyncOutcome.Completed } => SyncStatus.Completed,
        { Outcome: not null } => SyncStatus.Failed,
        { StartedAt: not null } => SyncStatus.Running,
        _ => SyncStatus.Waiting,
    };
}
