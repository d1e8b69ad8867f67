using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Resources.Events;

/// <summary>Event properties as they are kept: compact UTF-8.</summary>
internal static class EventJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(JsonObject properties) => JsonSerializer.SerializeToUtf8Bytes(properties, Options);
}
