using System.Buffers;
using System.Text.Json;

namespace Dxtra.Klaviyo.Client;

/// <summary>Reads a response's body as it streams in, up to a limit.</summary>
internal static class ResponseBody
{
    private const int ChunkSize = 32 * 1024;

    /// <summary>As deep as an event's properties may reasonably nest.</summary>
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    /// <summary>The document, independent of the response; null when the body is larger than permitted.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static async Task<JsonElement?> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes)
            return null;

        var bytes = new ArrayBufferWriter<byte>();
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        while (await stream.ReadAsync(bytes.GetMemory(ChunkSize), cancellationToken) is > 0 and var read)
        {
            bytes.Advance(read);
            if (bytes.WrittenCount > maxBytes)
                return null;
        }

        return JsonElement.Parse(bytes.WrittenSpan, Deep);
    }
}
