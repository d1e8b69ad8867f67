namespace Dxtra.Functions.Embedded.Durable;

/// <summary>An instance as it stands before a turn, and what the turn is to do.</summary>
internal sealed record TurnState(InstanceRow Instance, IReadOnlyList<HistoryEvent> History, TurnPlan Plan, DateTime Now)
{
    /// <summary>Null when there is nothing to do; an instance that waits for a time is then called again at it.</summary>
    public static TurnState? Load(SqliteSession session, string instanceId, DateTime now, WorkBoard board)
    {
        if (InstanceTable.Find(session, instanceId) is not { HasEnded: false } instance)
            return null;
        var history = HistoryTable.Read(session, instance.Execution);
        var plan = TurnPlan.For(instance, history.Count > 0, Inbox.Read(session, instance, now), now);
        if (plan.HasWork)
            return new(instance, history, plan, now);
        if (NextDue(session, instance, now) is { } due)
            board.WakeAt(instanceId, due);
        return null;
    }

    // A call can come before its time when the clock is set back.
    private static DateTime? NextDue(SqliteSession session, InstanceRow instance, DateTime now)
    {
        if (instance.StartAt > now)
            return instance.StartAt;
        var due = session.Scalar("select min(due) from timers where execution = $1 and due > $2", instance.Execution, now);
        return due == 0 ? null : new DateTime(due, DateTimeKind.Utc);
    }
}
