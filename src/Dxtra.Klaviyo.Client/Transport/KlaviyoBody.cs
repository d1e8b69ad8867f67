using System.Buffers;
using System.Text.Json;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// The document of an answer, in pooled memory: whoever reads a page of megabytes after the other leaves nothing for the collector.
/// What is to outlive it is detached.
/// </summary>
internal sealed class KlaviyoBody(JsonDocument document, byte[] buffer) : IDisposable
{
    private byte[]? _buffer = buffer;

    public JsonElement Root => document.RootElement;

    /// <summary>A copy that is independent of this, which is over then.</summary>
    public JsonElement Detach()
    {
        using (this)
            return Root.Clone();
    }

    public void Dispose()
    {
        document.Dispose();
        if (Interlocked.Exchange(ref _buffer, null) is { } rented)
            ArrayPool<byte>.Shared.Return(rented);
    }
}
