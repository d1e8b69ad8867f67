using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Writes rows as they come, one JSON object a line, and counts them. Holds one page at a time.</summary>
internal sealed class PartWriter(IAsyncEnumerable<PartPage> pages)
{
    /// <summary>No line breaks inside a row; letters of every script as they are.</summary>
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\r\n"u8);

    private readonly ArrayBufferWriter<byte> _line = new();

    public int Rows { get; private set; }

    public int Pages { get; private set; }

    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var row in page.Rows)
            {
                Fill(row);
                await stream.WriteAsync(_line.WrittenMemory, cancellationToken);
                Rows++;
            }

            Pages++;
        }
    }

    private void Fill(JsonElement row)
    {
        try
        {
            _line.ResetWrittenCount();
            using var json = new Utf8JsonWriter(_line, OneLine);
            row.WriteTo(json);
        }
        catch (InvalidOperationException)
        {
            FillAsReceived(row);
        }

        _line.Write("\n"u8);
    }

    /// <summary>
    /// For texts that were cut in the middle of a character (<c>"\ud83d"</c>): JSON allows them and no writer repeats them. A line
    /// break in a row can only stand between its tokens, where a space does as well.
    /// </summary>
    private void FillAsReceived(JsonElement row)
    {
        _line.ResetWrittenCount();
        var received = JsonMarshal.GetRawUtf8Value(row);
        var line = _line.GetSpan(received.Length)[..received.Length];
        received.CopyTo(line);
        line.ReplaceAny(LineBreaks, (byte)' ');
        _line.Advance(received.Length);
    }
}
