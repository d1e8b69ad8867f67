using Microsoft.Data.Sqlite;

namespace Dxtra.Functions.Embedded.Durable;

internal static class SqliteReading
{
    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTime Time(this SqliteDataReader row, int column) => new(row.GetInt64(column), DateTimeKind.Utc);

    public static DateTime? TimeOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    /// <summary>Columns kind, task, name, data, at from <paramref name="first"/> on.</summary>
    public static HistoryEvent Event(this SqliteDataReader row, int first) => new(
        (EventKind)row.GetInt32(first), row.GetInt32(first + 1), row.TextOrNull(first + 2), row.TextOrNull(first + 3), row.Time(first + 4));
}
