namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Finds in the tables all that was under way when the process last ended.</summary>
internal static class Recovery
{
    public static Effects Find(SqliteSession session)
    {
        var found = new Effects();
        found.Activities.AddRange(session.Query(
            "select id, instance, execution, task, name, input from activities order by id",
            row => new ActivityTask(
                row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetString(4), row.TextOrNull(5))));
        found.Wakes.AddRange(session.Query(
            """
            select instance, due from timers
            union all select id, start_at from instances where status = 6 and start_at is not null
            """,
            row => (row.GetString(0), row.Time(1))));
        found.Ready.AddRange(session.Query(
            """
            select distinct instance from inbox
            union select id from instances i where status in (0, 6, 7)
                and start_at is null and not exists(select 1 from history h where h.execution = i.execution)
            """,
            row => row.GetString(0)));
        return found;
    }
}
