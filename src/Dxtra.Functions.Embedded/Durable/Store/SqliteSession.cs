using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>One connection with its prepared statements. Parameters are <c>$1</c>, <c>$2</c>, … in order. For one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _statements = [];

    public SqliteSession(string path)
    {
        Path = path;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        // FULL: a schedule or a result that was acknowledged outlives a power cut too, not just a kill. Group commit pays for it.
        Execute("pragma journal_mode = wal; pragma synchronous = full");
    }

    public string Path { get; }

    /// <summary>Runs a statement and gives the number of rows it touched.</summary>
    public int Execute(string sql, params object?[] arguments) => Prepare(sql, arguments).ExecuteNonQuery();

    /// <summary>The first column of the first row, a number; zero when there is none.</summary>
    public long Scalar(string sql, params object?[] arguments) => Prepare(sql, arguments).ExecuteScalar() as long? ?? 0;

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params object?[] arguments)
    {
        using var reader = Prepare(sql, arguments).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Takes back an open transaction; SQLite may already have done so itself.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            Execute("rollback");
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, object?[] arguments)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = _connection.CreateCommand();
            statement.CommandText = sql;
            for (var i = 1; i <= arguments.Length; i++)
                statement.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            _statements.Add(sql, statement);
        }

        for (var i = 0; i < arguments.Length; i++)
            statement.Parameters[i].Value = arguments[i] switch { null => DBNull.Value, DateTime time => time.Ticks, var value => value };
        return statement;
    }
}
