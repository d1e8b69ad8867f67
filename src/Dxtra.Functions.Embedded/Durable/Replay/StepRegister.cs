using Microsoft.DurableTask;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Numbers the steps, holds those that are not answered yet and compares them with history.</summary>
internal sealed class StepRegister
{
    private readonly Dictionary<int, (Step Step, TaskCompletionSource<string?> Answer)> _open = [];
    private readonly SortedDictionary<int, Step> _unrecorded = [];
    private readonly List<int> _cancelledTimers = [];
    private int _next;

    public bool AnyOpen => _open.Count > 0;

    /// <summary>Steps that history does not have: those of the turn at hand, once the past is replayed.</summary>
    public IReadOnlyCollection<Step> Unrecorded => _unrecorded.Values;

    public IReadOnlyCollection<int> CancelledTimers => _cancelledTimers;

    /// <summary>A step that nothing will answer.</summary>
    public void Add(Func<int, Step> create) => Register(create);

    /// <summary>A step whose answer, JSON or null, the task gives.</summary>
    public Task<string?> Open(Func<int, Step> create, CancellationToken cancellation = default)
    {
        var step = Register(create);
        var answer = new TaskCompletionSource<string?>();
        _open.Add(step.TaskId, (step, answer));
        cancellation.Register(() => Cancel(step, answer, cancellation));
        return answer.Task;
    }

    public void Complete(HistoryEvent answer)
    {
        // An answer without an open step is to a timer that was cancelled, or came twice.
        if (!_open.Remove(answer.TaskId, out var open))
            return;
        if (answer.Kind != EventKind.TaskFailed)
            open.Answer.TrySetResult(answer.Data);
        else
            open.Answer.TrySetException(new TaskFailedException(open.Step.Name, answer.TaskId, DurableJson.Read<TaskFailureDetails>(answer.Data)!));
    }

    /// <summary>History says that a step was taken: the code must have taken the same one by now.</summary>
    public void Confirm(HistoryEvent recorded)
    {
        var was = Step.Describe(recorded.Kind, recorded.Name);
        if (!_unrecorded.Remove(recorded.TaskId, out var step))
            throw new NonDeterministicOrchestrationException(recorded.TaskId, was, "no step at all");
        if (!step.Matches(recorded))
            throw new NonDeterministicOrchestrationException(recorded.TaskId, was, step.Describe());
    }

    /// <summary>At the end of a turn of the past nothing may be left that history does not have.</summary>
    public void ConfirmNone()
    {
        if (_unrecorded.Values.FirstOrDefault() is { } step)
            throw new NonDeterministicOrchestrationException(step.TaskId, "no step at all", step.Describe());
    }

    private Step Register(Func<int, Step> create)
    {
        var step = create(_next++);
        _unrecorded.Add(step.TaskId, step);
        return step;
    }

    private void Cancel(Step step, TaskCompletionSource<string?> answer, CancellationToken cancellation)
    {
        if (!_open.Remove(step.TaskId))
            return;
        step.Cancelled = true;
        _cancelledTimers.Add(step.TaskId);
        answer.TrySetCanceled(cancellation);
    }
}
