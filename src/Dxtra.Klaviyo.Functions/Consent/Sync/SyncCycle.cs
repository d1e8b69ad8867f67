namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>One run of the synchronisation.</summary>
internal sealed record SyncCycle
{
    public required string Id { get; init; }

    /// <summary>Everything is compared, not only what changed.</summary>
    public required bool Full { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public SyncOutcome? Outcome { get; init; }
    public SyncTally Tally { get; init; } = new();

    /// <summary>False: the key may not read events; changes were found in profiles alone.</summary>
    public bool EventsRead { get; init; } = true;

    /// <summary>How far behind its end everything was known.</summary>
    public double? LagSeconds { get; init; }

    /// <summary>Another cycle, that was at work already, did what this one was to do.</summary>
    public string? ServedBy { get; init; }
}
