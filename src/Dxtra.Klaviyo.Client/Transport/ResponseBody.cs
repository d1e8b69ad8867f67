using System.Buffers;
using System.Text.Json;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// Reads a response's body as it streams in, up to a limit. The bytes gather in pooled memory, which the document keeps.
/// </summary>
internal static class ResponseBody
{
    private const int SmallestBuffer = 64 * 1024;

    /// <summary>As deep as an event's properties may reasonably nest.</summary>
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    /// <summary>The document; null when the body is larger than permitted.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static async Task<KlaviyoBody?> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes)
            return null;

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferFor(content.Headers.ContentLength));
        KlaviyoBody? body = null;
        try
        {
            var length = 0;
            while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
            {
                length += read;
                if (length > maxBytes)
                    return null;
                if (length == buffer.Length)
                    buffer = Larger(buffer);
            }

            return body = new KlaviyoBody(JsonDocument.Parse(buffer.AsMemory(0, length), Deep), buffer);
        }
        finally
        {
            if (body is null)
                ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>One byte more than announced, so that the end is found without growing.</summary>
    private static int BufferFor(long? announced) => (int)Math.Max(SmallestBuffer, (announced ?? 0) + 1);

    private static byte[] Larger(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
