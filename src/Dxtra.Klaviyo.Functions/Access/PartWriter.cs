using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Writes rows as they come, one JSON object a line, and counts them. Holds one page at a time.</summary>
internal sealed class PartWriter(IAsyncEnumerable<PartPage> pages)
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>No line breaks inside a row; letters of every script as they are.</summary>
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Rows { get; private set; }

    public int Pages { get; private set; }

    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(stream, OneLine);
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var row in page.Rows)
            {
                row.WriteTo(json);
                await json.FlushAsync(cancellationToken);
                await stream.WriteAsync(NewLine, cancellationToken);
                json.Reset();
                Rows++;
            }

            Pages++;
        }
    }
}
