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

    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\r\n"u8);

    /// <summary>A row of our own making; <c>Write</c> adds what Klaviyo sent to it.</summary>
    public static ReadOnlyMemory<byte> Of(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, OneLine))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    /// <summary>A row that is what Klaviyo sent.</summary>
    public static ReadOnlyMemory<byte> Of(JsonElement sent)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, OneLine))
            Write(json, sent);
        return bytes.WrittenMemory;
    }

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

    /// <summary>Only an escape of a surrogate can be half a character.</summary>
    private static bool MayBeCut(ReadOnlySpan<byte> json) => json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;
}
