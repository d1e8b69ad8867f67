namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>How far a processor is synchronised, and which cycle is at work.</summary>
internal sealed record SyncState
{
    public static SyncState Empty { get; } = new();

    /// <summary>Changes of profiles are known up to here; null before the first cycle.</summary>
    public DateTimeOffset? ProfilesUntil { get; init; }

    /// <summary>Events are known up to here, but for those that come late.</summary>
    public DateTimeOffset? EventsUntil { get; init; }

    /// <summary>When late events were last looked for over the shorter reach, and over the longer.</summary>
    public DateTimeOffset? HourlyAt { get; init; }

    /// <inheritdoc cref="HourlyAt"/>
    public DateTimeOffset? DailyAt { get; init; }

    /// <summary>The cycle at work, whose id its orchestration has too.</summary>
    public string? Running { get; init; }

    public bool RunningIsFull { get; init; }

    public DateTimeOffset? RunningSince { get; init; }

    /// <summary>A full cycle that was asked for while another one ran, and runs after it.</summary>
    public string? Waiting { get; init; }

    /// <summary>The cycle after which the one at work came, when it had waited.</summary>
    public string? RunningAfter { get; init; }

    /// <summary>Gives the turn to a cycle if nobody has it, or lets a full one wait for it.</summary>
    public SyncState Claim(SyncCycle cycle, DateTimeOffset now)
    {
        if (Running is null)
            return this with { Running = cycle.Id, RunningIsFull = cycle.Full, RunningSince = now, RunningAfter = null };
        return cycle.Full && !RunningIsFull && Waiting is null ? this with { Waiting = cycle.Id } : this;
    }

    /// <summary>The cycle that does what another one was to do.</summary>
    public string Serves(SyncCycle cycle) => cycle.Full && !RunningIsFull ? Waiting ?? Running! : Running!;

    /// <summary>Takes the turn from a cycle, for the one that waits.</summary>
    public SyncState Release(string cycleId, DateTimeOffset now) => Running != cycleId ? this : this with
    {
        Running = Waiting,
        RunningIsFull = Waiting is not null,
        RunningSince = Waiting is null ? null : now,
        RunningAfter = Waiting is null ? null : cycleId,
        Waiting = null,
    };
}
