using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Stores a turn: what was delivered, the steps that came of it and where the instance stands now, all or nothing.</summary>
internal static class TurnCommit
{
    public static void Apply(SqliteSession session, Effects effects, TurnState turn, TurnOutcome outcome)
    {
        var before = turn.Instance;
        if (InstanceTable.Find(session, before.Id)?.Execution != before.Execution)
            return;

        Inbox.Remove(session, outcome.Consumed);
        foreach (var task in outcome.ClosedTimers)
            session.Execute("delete from timers where execution = $1 and task = $2", before.Execution, task);
        if (outcome.Next is null)
            HistoryTable.Append(session, before.Execution, turn.History.Count, outcome.Events);
        foreach (var step in outcome.Steps)
            Steps.Start(session, effects, before, step, outcome.At);

        var after = outcome.Next is null ? Settle(session, effects, before, outcome) : BeginAnew(session, effects, before, outcome);
        InstanceTable.Update(session, after);
        if (after.Status != before.Status)
            effects.Changed.Add(after.Id);
    }

    private static InstanceRow Settle(SqliteSession session, Effects effects, InstanceRow before, TurnOutcome outcome)
    {
        var after = before with
        {
            Status = outcome.Status,
            Updated = outcome.At,
            Output = outcome.Output,
            CustomStatus = outcome.CustomStatus ?? before.CustomStatus,
        };
        if (after.HasEnded)
        {
            InstanceTable.DeletePending(session, after);
            TellParent(session, effects, after, outcome);
            if (outcome.EndsChildren)
                TerminateChildren(session, effects, after, outcome.At);
        }

        return after;
    }

    private static InstanceRow BeginAnew(SqliteSession session, Effects effects, InstanceRow before, TurnOutcome outcome)
    {
        var next = outcome.Next!;
        session.Execute("delete from history where execution = $1", before.Execution);
        foreach (var unread in next.Events)
            Inbox.Add(session, before.Id, unread);
        effects.Ready.Add(before.Id);
        return before with
        {
            Execution = InstanceRow.NewExecution(),
            Status = OrchestrationRuntimeStatus.Running,
            Updated = outcome.At,
            Input = next.Input,
            CustomStatus = outcome.CustomStatus ?? before.CustomStatus,
        };
    }

    private static void TellParent(SqliteSession session, Effects effects, InstanceRow child, TurnOutcome outcome)
    {
        if (child.Parent is not { } parent)
            return;
        var message = child.Status == OrchestrationRuntimeStatus.Completed
            ? new HistoryEvent(EventKind.TaskCompleted, parent.TaskId, child.Name, child.Output, outcome.At)
            : Failures.Message(parent.TaskId, child.Name, outcome.Failure ?? Failures.Unknown(child.Output), outcome.At);
        Inbox.Send(session, effects, parent.Id, parent.Execution, message);
    }

    private static void TerminateChildren(SqliteSession session, Effects effects, InstanceRow parent, DateTime now)
    {
        foreach (var child in InstanceTable.ChildrenOf(session, parent.Id))
            Inbox.Send(session, effects, child, null, new(EventKind.TerminateTree, -1, null, parent.Output, now));
    }
}
