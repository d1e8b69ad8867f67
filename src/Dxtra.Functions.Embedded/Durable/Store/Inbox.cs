namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Messages between instances, and from clients and activities to them.</summary>
internal static class Inbox
{
    /// <summary>
    /// Leaves a message for an instance that has not ended, if <paramref name="execution"/> is the run that there is or null.
    /// </summary>
    public static SendResult Send(SqliteSession session, Effects effects, string instanceId, string? execution, HistoryEvent message)
    {
        var instance = InstanceTable.Find(session, instanceId);
        if (instance is null || (execution is not null && execution != instance.Execution))
            return SendResult.NotFound;
        if (instance.HasEnded)
            return SendResult.HasEnded;

        Add(session, instanceId, message);
        effects.Ready.Add(instanceId);
        return SendResult.Sent;
    }

    public static void Add(SqliteSession session, string instanceId, HistoryEvent message) => session.Execute(
        "insert into inbox(instance, kind, task, name, data, at) values($1, $2, $3, $4, $5, $6)",
        instanceId, (int)message.Kind, message.TaskId, message.Name, message.Data, message.At);

    public static void Remove(SqliteSession session, IEnumerable<long> ids)
    {
        foreach (var id in ids)
            session.Execute("delete from inbox where id = $1", id);
    }

    /// <summary>Messages and due timers of an instance in the order in which they came.</summary>
    public static List<InboxMessage> Read(SqliteSession session, InstanceRow instance, DateTime now)
    {
        var messages = session.Query(
            "select id, kind, task, name, data, at from inbox where instance = $1 order by at, id",
            row => new InboxMessage(row.GetInt64(0), row.Event(1)),
            instance.Id);
        var timers = session.Query(
            "select task, due from timers where execution = $1 and due <= $2 order by due, task",
            row => new InboxMessage(null, new(EventKind.TimerFired, row.GetInt32(0), null, null, row.Time(1))),
            instance.Execution, now);
        return timers.Count == 0 ? messages : [.. messages.Concat(timers).OrderBy(message => message.Event.At)];
    }
}
