using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>
/// One turn of an orchestrator, on one thread from beginning to end: calls the function, brings it to where it stood by history,
/// then delivers what is new.
/// </summary>
internal sealed class OrchestrationRun
{
    private readonly TurnState _turn;
    private readonly Func<ReplayContext, Task<object?>> _function;
    private readonly OrchestratorScheduler _scheduler = new();
    private readonly ReplayContext _context;
    private readonly List<HistoryEvent> _events = [];
    private readonly List<long> _consumed = [];
    private readonly List<int> _closedTimers = [];
    private bool _started;
    private bool _returned;
    private string? _output;

    public OrchestrationRun(TurnState turn, ILoggerFactory loggers, Func<ReplayContext, Task<object?>> function)
    {
        _turn = turn;
        _function = function;
        _context = new(turn.Instance, loggers, _scheduler);
    }

    /// <summary>What the function threw, or did wrong.</summary>
    public Exception? Failure { get; private set; }

    // Open tasks and timers keep an orchestration going after its function has returned.
    private bool IsOver => _returned && !_context.Steps.AnyOpen;

    private bool WaitsForNothing => !_returned && !_context.Steps.AnyOpen && !_context.Events.AnyWaiter;

    public TurnOutcome Execute()
    {
        try
        {
            Replay();
            var cancelledBefore = _context.Steps.CancelledTimers.Count;
            DeliverNew();
            _closedTimers.AddRange(_context.Steps.CancelledTimers.Skip(cancelledBefore));
            if (_scheduler.SawForeigner || WaitsForNothing)
                throw new ForeignAwaitException();
        }
        catch (Exception e) when (e is NonDeterministicOrchestrationException or ForeignAwaitException)
        {
            Failure = e;
            return Failed(e);
        }
        finally
        {
            _scheduler.Close();
        }

        return Outcome();
    }

    private void Replay()
    {
        foreach (var past in _turn.History)
        {
            if (past.Kind == EventKind.TurnStarted)
                _context.Steps.ConfirmNone();
            Apply(past, replaying: true);
        }

        _context.Steps.ConfirmNone();
    }

    private void DeliverNew()
    {
        Record(new(EventKind.TurnStarted, -1, null, null, _turn.Now));
        foreach (var message in _turn.Plan.Deliver)
        {
            if (IsOver)
                break;
            Record(message.Event);
            if (message.Id is { } id)
                _consumed.Add(id);
            else
                _closedTimers.Add(message.Event.TaskId);
        }
    }

    private void Record(HistoryEvent happened)
    {
        _events.Add(happened);
        Apply(happened, replaying: false);
    }

    private void Apply(HistoryEvent happened, bool replaying)
    {
        switch (happened.Kind)
        {
            case EventKind.TurnStarted:
                _context.BeginTurn(happened.At, replaying);
                StartOnce();
                break;
            case EventKind.EventRaised:
                _context.Events.Raise(happened);
                break;
            case EventKind.TaskCompleted or EventKind.TaskFailed or EventKind.TimerFired:
                _context.Steps.Complete(happened);
                break;
            default:
                _context.Steps.Confirm(happened);
                break;
        }

        _scheduler.Drain();
    }

    private void StartOnce()
    {
        if (!_started)
            _ = Task.Factory.StartNew(CallAsync, CancellationToken.None, TaskCreationOptions.None, _scheduler);
        _started = true;
    }

    private async Task CallAsync()
    {
        try
        {
            _output = DurableJson.Write(await _function(_context));
        }
        catch (Exception e)
        {
            Failure = e;
        }

        _returned = _scheduler.IsOnTurn;
    }

    private TurnOutcome Outcome()
    {
        var waiting = new TurnOutcome(_turn.Now, _turn.Plan.Status)
        {
            Output = _turn.Plan.Reason,
            CustomStatus = _context.CustomStatus,
            Events = [.. _events, .. _context.Steps.Unrecorded.Select(step => step.Recorded(_turn.Now))],
            Steps = _context.Steps.Unrecorded,
            ClosedTimers = _closedTimers,
            Consumed = [.. _turn.Plan.Consumed, .. _consumed],
        };
        if (!IsOver)
            return waiting;
        if (Failure is { } failure)
        {
            var details = TaskFailureDetails.FromException(failure);
            return waiting with { Status = OrchestrationRuntimeStatus.Failed, Output = details.ToString(), Failure = details };
        }

        return _context.Next is { } next
            ? waiting with { Next = next }
            : waiting with { Status = OrchestrationRuntimeStatus.Completed, Output = _output };
    }

    private TurnOutcome Failed(Exception e) => TurnOutcome.Failed(_turn, e) with { CustomStatus = _context.CustomStatus };
}
