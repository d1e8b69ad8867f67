namespace Dxtra.Functions.Embedded.Durable;

/// <summary>
/// Something that the orchestrator's code asked for. <paramref name="Kind"/> is one of the step kinds; <paramref name="TaskId"/> counts
/// them from 0 in the order of the code, so that it is the same on every replay.
/// </summary>
internal sealed record Step(EventKind Kind, int TaskId, string Name)
{
    /// <summary>Input or payload, JSON.</summary>
    public string? Input { get; init; }

    /// <summary>The instance that is started or gets the event.</summary>
    public string? Target { get; init; }

    public DateTime? Due { get; init; }

    public string? Tags { get; init; }

    /// <summary>A timer that the code let go.</summary>
    public bool Cancelled { get; set; }

    public HistoryEvent Recorded(DateTime at) => new(Kind, TaskId, Name, Target ?? Due?.ToString("O"), at);

    public bool Matches(HistoryEvent recorded) =>
        Kind == recorded.Kind && string.Equals(Name, recorded.Name, StringComparison.OrdinalIgnoreCase);

    public string Describe() => Describe(Kind, Name);

    public static string Describe(EventKind kind, string? name) => kind switch
    {
        EventKind.ActivityScheduled => $"a call of activity '{name}'",
        EventKind.ChildScheduled => $"a call of sub-orchestrator '{name}'",
        EventKind.EventSent => $"the sending of event '{name}'",
        _ => "a timer",
    };
}
