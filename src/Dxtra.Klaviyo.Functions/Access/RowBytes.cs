using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Writes a row of a part: one JSON object on one line.</summary>
internal static class RowBytes
{
    /// <summary>No line breaks inside a row; letters of every script as they are.</summary>
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A buffer that an unusually long row has stretched is not kept.</summary>
    private const int MostSpare = 256 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _spare;

    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\r\n"u8);

    /// <summary>A row of our own making; <c>Write</c> adds what Klaviyo sent to it.</summary>
    /// <param name="write">Writes its properties.</param>
    /// <param name="shelf">Where it is kept; null: in an array of its own.</param>
    public static ReadOnlyMemory<byte> Of(Action<Utf8JsonWriter> write, RowShelf? shelf = null) => Take(json =>
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    }, shelf);

    /// <summary>A row that is what Klaviyo sent.</summary>
    public static ReadOnlyMemory<byte> Of(JsonElement sent) => Take(json => Write(json, sent), null);

    /// <summary>
    /// What Klaviyo sent, written so that equal data gives equal bytes. Texts that were cut in the middle of a character
    /// (<c>"\ud83d"</c>) are passed on byte by byte: JSON allows them and no writer repeats them. A line break in a row can only
    /// stand between its tokens, where a space does as well.
    /// </summary>
    public static void Write(Utf8JsonWriter json, JsonElement? sent)
    {
        if (sent is not { } element || element.ValueKind == JsonValueKind.Undefined)
        {
            json.WriteNullValue();
            return;
        }

        var received = JsonMarshal.GetRawUtf8Value(element);
        if (!MayBeCut(received))
        {
            element.WriteTo(json);
            return;
        }

        var line = received.ToArray();
        line.AsSpan().ReplaceAny(LineBreaks, (byte)' ');
        json.WriteRawValue(line, skipInputValidation: true);
    }

    /// <summary>A property that holds what Klaviyo sent; null when it sent nothing.</summary>
    public static void Write(this Utf8JsonWriter json, string name, JsonElement? sent)
    {
        json.WritePropertyName(name);
        Write(json, sent);
    }

    /// <summary>
    /// Rows are many and short, and thousands are held at a time: one buffer serves all rows of a thread, and a row keeps the bytes
    /// that it has. A row made while another one is being made has a buffer of its own.
    /// </summary>
    private static ReadOnlyMemory<byte> Take(Action<Utf8JsonWriter> write, RowShelf? shelf)
    {
        var bytes = _spare ?? new ArrayBufferWriter<byte>(4 * 1024);
        _spare = null;
        using (var json = new Utf8JsonWriter(bytes, OneLine))
            write(json);
        var row = shelf?.Keep(bytes.WrittenSpan) ?? bytes.WrittenSpan.ToArray();
        bytes.ResetWrittenCount();
        _spare = bytes.Capacity <= MostSpare ? bytes : null;
        return row;
    }

    /// <summary>Only an escape of a surrogate can be half a character.</summary>
    private static bool MayBeCut(ReadOnlySpan<byte> json) => json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;
}
