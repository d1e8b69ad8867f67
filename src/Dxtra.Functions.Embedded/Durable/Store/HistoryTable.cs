namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Rows of <c>history</c>: what replay needs of one execution, in order.</summary>
internal static class HistoryTable
{
    public static List<HistoryEvent> Read(SqliteSession session, string execution) => session.Query(
        "select kind, task, name, data, at from history where execution = $1 order by seq", row => row.Event(0), execution);

    /// <summary>Adds events behind the <paramref name="count"/> that are there.</summary>
    public static void Append(SqliteSession session, string execution, int count, IEnumerable<HistoryEvent> events)
    {
        foreach (var item in events)
        {
            session.Execute(
                "insert into history(execution, seq, kind, task, name, data, at) values($1, $2, $3, $4, $5, $6, $7)",
                execution, count++, (int)item.Kind, item.TaskId, item.Name, item.Data, item.At);
        }
    }
}
