using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Rows of <c>instances</c>, and what hangs on them.</summary>
internal static class InstanceTable
{
    private const string Columns = """
        id, execution, name, status, created, updated, start_at, input, output, custom_status, tags,
        parent_id, parent_name, parent_execution, parent_task
        """;

    public static InstanceRow? Find(SqliteSession session, string id) =>
        session.Query($"select {Columns} from instances where id = $1", Read, id).FirstOrDefault();

    /// <summary>By id, after <paramref name="after"/>; conditions that are null hold for every instance.</summary>
    public static List<InstanceRow> Search(
        SqliteSession session, string? after, string? prefix, DateTime? from, DateTime? to, string? statuses, int limit) =>
        session.Query(
            $"""
            select {Columns} from instances
            where ($1 is null or id > $1) and ($2 is null or (id >= $2 and substr(id, 1, length($2)) = $2))
              and ($3 is null or created >= $3) and ($4 is null or created <= $4)
              and ($5 is null or status in (select value from json_each($5)))
            order by id limit $6
            """,
            Read, after, prefix, from, to, statuses, limit);

    public static List<string> ChildrenOf(SqliteSession session, string id) =>
        session.Query("select id from instances where parent_id = $1", row => row.GetString(0), id);

    public static void Insert(SqliteSession session, InstanceRow row) => session.Execute(
        $"insert into instances({Columns}) values($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        row.Id, row.Execution, row.Name, (int)row.Status, row.Created, row.Updated, row.StartAt,
        row.Input, row.Output, row.CustomStatus, row.Tags,
        row.Parent?.Id, row.Parent?.Name, row.Parent?.Execution, row.Parent?.TaskId);

    public static void Update(SqliteSession session, InstanceRow row) => session.Execute(
        "update instances set execution = $2, status = $3, updated = $4, input = $5, output = $6, custom_status = $7 where id = $1",
        row.Id, row.Execution, (int)row.Status, row.Updated, row.Input, row.Output, row.CustomStatus);

    /// <summary>Removes the instance with all that belongs to it.</summary>
    public static void Delete(SqliteSession session, InstanceRow row)
    {
        DeletePending(session, row);
        session.Execute("delete from history where execution = $1", row.Execution);
        session.Execute("delete from instances where id = $1", row.Id);
    }

    /// <summary>Removes what an instance that has ended will not need: work, timers and messages.</summary>
    public static void DeletePending(SqliteSession session, InstanceRow row)
    {
        session.Execute("delete from activities where execution = $1", row.Execution);
        session.Execute("delete from timers where execution = $1", row.Execution);
        session.Execute("delete from inbox where instance = $1", row.Id);
    }

    private static InstanceRow Read(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2))
    {
        Status = (OrchestrationRuntimeStatus)row.GetInt32(3),
        Created = row.Time(4),
        Updated = row.Time(5),
        StartAt = row.TimeOrNull(6),
        Input = row.TextOrNull(7),
        Output = row.TextOrNull(8),
        CustomStatus = row.TextOrNull(9),
        Tags = row.TextOrNull(10),
        Parent = row.IsDBNull(11) ? null : new ParentLink(row.GetString(11), row.GetString(12), row.GetString(13), row.GetInt32(14)),
    };
}
