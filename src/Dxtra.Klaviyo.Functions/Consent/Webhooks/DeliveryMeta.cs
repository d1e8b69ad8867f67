using System.Globalization;
using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The <c>meta</c> of a delivery, which is signed with the rest of the body. What it does not say is null.</summary>
internal sealed record DeliveryMeta(string? WebhookId, DateTimeOffset? At)
{
    /// <summary>Null when the body is no JSON object with a <c>meta</c>. The events are passed over, not built.</summary>
    public static DeliveryMeta? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return Read(new Utf8JsonReader(body));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DeliveryMeta? Read(Utf8JsonReader reader)
    {
        DeliveryMeta? meta = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMeta = reader.ValueTextEquals("meta"u8);
            reader.Read();
            if (isMeta)
                meta = Of(JsonElement.ParseValue(ref reader));
            else
                reader.Skip();
        }

        // Throws when something follows the object.
        reader.Read();
        return meta;
    }

    private static DeliveryMeta Of(JsonElement meta) => new(meta.Text("klaviyo_webhook_id"), TimeOf(meta.Text("timestamp")));

    private static DateTimeOffset? TimeOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
