using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// Times with <c>T</c> or a space, with or without fractions and offset (none: UTC). Anything else reads as null, so that one odd time
/// does not cost the whole page; the text itself stays in the resource's JSON.
/// </summary>
internal sealed class LenientTimeConverter : JsonConverter<DateTimeOffset?>
{
    public override bool HandleNull => true;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : null;

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
            writer.WriteStringValue(time);
        else
            writer.WriteNullValue();
    }
}
