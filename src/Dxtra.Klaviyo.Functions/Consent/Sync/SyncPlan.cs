namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What a cycle reads.</summary>
/// <param name="StartedAt">Everything up to then, less the lag, is known when the cycle has ended well.</param>
/// <param name="Full">All profiles, not only those that changed.</param>
/// <param name="ProfilesSince">Exclusive; null: from the beginning.</param>
/// <param name="EventsSince">Inclusive.</param>
/// <param name="Fresh">From where the last cycle ended to where this one does.</param>
/// <param name="Hourly">The events of the shorter reach are read again.</param>
/// <param name="Daily">The events of the longer reach are read again.</param>
/// <param name="IsActive">False: nothing is read.</param>
internal sealed record SyncPlan(
    DateTimeOffset StartedAt,
    bool Full,
    DateTimeOffset? ProfilesSince,
    DateTimeOffset EventsSince,
    SyncSpan Fresh,
    bool Hourly,
    bool Daily,
    bool IsActive = true)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The first cycle is a full one: without it the ledger would know nobody who changes nothing.</summary>
    public static SyncPlan Of(SyncState state, bool full, ConsentOptions options, DateTimeOffset now)
    {
        var daily = !(now - state.DailyAt < Day);
        var hourly = daily || !(now - state.HourlyAt < Hour);
        var reach = daily ? options.DailyReach : hourly ? options.HourlyReach : TimeSpan.Zero;
        var since = state.EventsUntil - options.EventOverlap ?? now - options.DailyReach;
        var isFull = full || state.ProfilesUntil is null;
        return new(
            now, isFull, isFull ? null : state.ProfilesUntil - options.ProfileOverlap, since < now - reach ? since : now - reach,
            new(state.EventsUntil, now - options.SyncLag), hourly, daily);
    }
}
