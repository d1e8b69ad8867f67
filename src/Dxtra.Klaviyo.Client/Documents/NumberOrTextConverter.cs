using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>Reads a number or a text as text, digit for digit.</summary>
internal sealed class NumberOrTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonElement.ParseValue(ref reader).ToString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
