using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>What a turn came to.</summary>
internal sealed record TurnOutcome(DateTime At, OrchestrationRuntimeStatus Status)
{
    public string? Output { get; init; }

    /// <summary>What the parent is told of a failure; null when there is only the output to tell.</summary>
    public TaskFailureDetails? Failure { get; init; }

    /// <summary>Null when the code did not set one: what was set before stays.</summary>
    public string? CustomStatus { get; init; }

    /// <summary>Set when the orchestration begins anew.</summary>
    public NextExecution? Next { get; init; }

    /// <summary>For history.</summary>
    public IReadOnlyCollection<HistoryEvent> Events { get; init; } = [];

    /// <summary>To be set going.</summary>
    public IReadOnlyCollection<Step> Steps { get; init; } = [];

    /// <summary>Timers that fired or were cancelled.</summary>
    public IReadOnlyCollection<int> ClosedTimers { get; init; } = [];

    /// <summary>Messages that are done with.</summary>
    public IReadOnlyCollection<long> Consumed { get; init; } = [];

    /// <summary>Children are terminated with it.</summary>
    public bool EndsChildren { get; init; }

    public static TurnOutcome Failed(TurnState turn, TaskFailureDetails details, string output) =>
        new(turn.Now, OrchestrationRuntimeStatus.Failed) { Output = output, Failure = details };

    public static TurnOutcome Failed(TurnState turn, Exception exception)
    {
        var details = TaskFailureDetails.FromException(exception);
        return Failed(turn, details, details.ToString());
    }
}
