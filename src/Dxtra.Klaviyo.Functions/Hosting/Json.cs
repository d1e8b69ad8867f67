using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>The JSON of the HTTP contract: camelCase names and enum values, RFC 3339 times in UTC.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        // Letters of every script as they are: what we send is application/json, never a part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new UtcTimeConverter() },
    };

    private sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
    {
        /// <summary>RFC 3339 wants an offset; without one the time would mean something else on every machine.</summary>
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var time) && HasOffset(reader.GetString()!)
                ? time
                : throw new JsonException();

        private static bool HasOffset(string text) =>
            text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text.Contains('T'));

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime);
    }
}
