using System.Text;
using System.Text.Json;

namespace Dxtra.Klaviyo.Sandbox.Paging;

/// <summary>
/// Cursors as they travel: Base64 of <c>[unix seconds, "event id", true]</c> for events, of <c>next::id::ULID</c> elsewhere, both as recorded.
/// For other sorts, and for <c>prev</c> and <c>false</c>, the form is made up. Callers must take it as opaque.
/// </summary>
internal static class CursorText
{
    /// <summary>The two names of the sort of events, whose cursors are alike.</summary>
    public const string EventTime = "datetime";

    public static string Write(Cursor cursor) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(cursor.Sort == EventTime ? WriteEvent(cursor) : WriteOther(cursor)));

    /// <returns>Null when it is no cursor, or one of another sort.</returns>
    public static Cursor? Read(string text, string sort)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return null;
        try
        {
            var plain = new UTF8Encoding(false, true).GetString(bytes, 0, length);
            return sort == EventTime ? ReadEvent(plain) : ReadOther(plain, sort);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string WriteEvent(Cursor cursor) =>
        $"[{cursor.Key.TrimStart('0')}, \"{cursor.Id}\", {(cursor.Forward ? "true" : "false")}]";

    private static string WriteOther(Cursor cursor)
    {
        var key = cursor.Sort == "id" ? "" : JsonSerializer.Serialize(cursor.Key) + "::";
        return $"{(cursor.Forward ? "next" : "prev")}::{cursor.Sort}::{key}{cursor.Id}";
    }

    private static Cursor? ReadEvent(string plain)
    {
        using var document = JsonDocument.Parse(plain);
        var parts = document.RootElement;
        return parts.GetArrayLength() == 3
            ? new Cursor(EventTime, SortKey.Of(parts[0].GetInt64()), parts[1].GetString()!, parts[2].GetBoolean())
            : null;
    }

    private static Cursor? ReadOther(string plain, string sort)
    {
        var parts = plain.Split("::");
        if (parts.Length < 3 || parts[0] is not ("next" or "prev") || parts[1] != sort)
            return null;
        // The id of an object record has colons in it; those are only ever sorted by it.
        var id = sort == "id" ? string.Join("::", parts[2..]) : parts[^1];
        var key = sort == "id" ? id : JsonSerializer.Deserialize<string>(string.Join("::", parts[2..^1]));
        return key is null ? null : new Cursor(sort, key, id, parts[0] == "next");
    }
}
