using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>Writes documents as <c>application/vnd.api+json</c>.</summary>
internal static class ApiResponseWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A page may have megabytes: buffers of its own for each would have the garbage collector walk a large account over and over.</summary>
    private static readonly ConcurrentBag<ArrayBufferWriter<byte>> Buffers = [];

    /// <param name="response">The response, with its headers set.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="document">Null: no body and no content type, as Klaviyo's 202 and 204 have none.</param>
    /// <param name="delivery">How the body goes out.</param>
    public static async Task WriteAsync(HttpResponse response, int status, JsonObject? document, BodyDelivery delivery)
    {
        response.StatusCode = status;
        if (document is null)
            return;
        response.ContentType = "application/vnd.api+json";
        if (!Buffers.TryTake(out var buffer))
            buffer = new ArrayBufferWriter<byte>();
        try
        {
            await using (var json = new Utf8JsonWriter(buffer, Options))
                document.WriteTo(json);
            await delivery(response, buffer.WrittenMemory);
        }
        finally
        {
            buffer.ResetWrittenCount();
            Buffers.Add(buffer);
        }
    }

    /// <summary>The body at once, with its length.</summary>
    public static async Task WholeAsync(HttpResponse response, ReadOnlyMemory<byte> body)
    {
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, response.HttpContext.RequestAborted);
    }
}
