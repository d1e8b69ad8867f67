namespace Dxtra.Functions.Embedded.Durable;

/// <summary>The tables of <c>durable.db</c>; README.md beside this folder says what they mean. Times are UTC ticks.</summary>
internal static class Schema
{
    private const long Version = 1;

    private const string Tables = """
        create table instances(
            id text primary key, execution text not null, name text not null, status integer not null,
            created integer not null, updated integer not null, start_at integer,
            input text, output text, custom_status text, tags text,
            parent_id text, parent_name text, parent_execution text, parent_task integer);
        create index instances_by_parent on instances(parent_id) where parent_id is not null;
        create index instances_not_ended on instances(status) where status in (0, 6, 7);
        create table history(
            execution text not null, seq integer not null, kind integer not null, task integer not null,
            name text, data text, at integer not null, primary key(execution, seq)) without rowid;
        create table inbox(
            id integer primary key autoincrement, instance text not null,
            kind integer not null, task integer not null, name text, data text, at integer not null);
        create index inbox_by_instance on inbox(instance);
        create table activities(
            id integer primary key autoincrement, instance text not null, execution text not null,
            task integer not null, name text not null, input text);
        create index activities_by_execution on activities(execution);
        create table timers(
            execution text not null, task integer not null, instance text not null, due integer not null,
            primary key(execution, task)) without rowid;
        """;

    public static void Ensure(SqliteSession session)
    {
        var version = session.Scalar("pragma user_version");
        if (version == Version)
            return;
        if (version != 0)
            throw new InvalidOperationException($"{session.Path} has version {version} of the durable tables; this program knows {Version}.");
        session.Execute($"begin immediate; {Tables} pragma user_version = {Version}; commit");
    }
}
