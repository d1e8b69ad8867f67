using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Up to when everything is known after a cycle. Of a read that came to its end that is the time at which it began, less the lag, and not the
/// latest time that was seen: that one may lie in the future, and where nothing happens it would hold all later cycles back.
/// </summary>
internal sealed class SyncWatermark(IOptions<ConsentOptions> options)
{
    /// <summary>The state after a cycle; as it was when the cycle failed. A watermark never goes back.</summary>
    public SyncState After(SyncState state, EndSyncActivity.Input end)
    {
        if (end is not { Outcome: SyncOutcome.Completed, Plan: { } plan })
            return state;
        var until = plan.StartedAt - options.Value.SyncLag;
        var profiles = state with { ProfilesUntil = Later(state.ProfilesUntil, until) };
        return !end.EventsRead ? profiles : profiles with
        {
            EventsUntil = Later(state.EventsUntil, until),
            HourlyAt = plan.Hourly ? plan.StartedAt : state.HourlyAt,
            DailyAt = plan.Daily ? plan.StartedAt : state.DailyAt,
        };
    }

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;
}
