namespace Dxtra.Functions.Embedded.Durable;

/// <summary>What a line of history or a message says. The numbers are stored: append only.</summary>
internal enum EventKind
{
    /// <summary>A turn began; its time is the orchestrator's clock.</summary>
    TurnStarted = 0,

    // Steps that the orchestrator's code took, each with a sequence number.
    ActivityScheduled = 1,
    ChildScheduled = 2,
    TimerCreated = 3,
    EventSent = 4,

    // What was delivered to it.
    TaskCompleted = 10,
    TaskFailed = 11,
    TimerFired = 12,
    EventRaised = 13,

    // Messages for the engine; they never enter history.
    Suspend = 20,
    Resume = 21,
    Terminate = 22,
    TerminateTree = 23,
}
