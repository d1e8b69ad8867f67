using System.Text.Json;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Pipeline;
using Dxtra.Klaviyo.Sandbox.Resources.Events;

namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>Events as the documents that <c>GET /api/events/{id}</c> answers with, and the bodies of deliveries.</summary>
internal sealed class WebhookPayloads(AccountData data, SandboxSettings settings)
{
    /// <summary>The shape's own version, whatever revision callers send.</summary>
    private const string Version = "2024-06-28";

    public string Payload(Event item)
    {
        var call = new ApiCall(
            item.Id,
            new ApiQuery
            {
                Fields = new Dictionary<string, IReadOnlyList<string>>(),
                AdditionalFields = new HashSet<string>(),
                Include = new HashSet<string>(),
                Filter = [],
                FilterQuirks = new FilterQuirks(),
            },
            Body: null,
            new ApiLinks("https://a.klaviyo.com", $"/api/events/{item.Id}", []),
            settings.Wire);
        return new DocumentWriter(call).Single(new EventWriter(data, new ResourceWriter(call)).Write(item)).ToJsonString();
    }

    public byte[] Body(string webhookId, IEnumerable<WebhookItem> items, DateTimeOffset at)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("data");
            foreach (var item in items)
                Write(writer, item);
            writer.WriteEndArray();
            writer.WriteStartObject("meta");
            writer.WriteString("klaviyo_account_id", data.Account.Id);
            writer.WriteString("klaviyo_webhook_id", webhookId);
            writer.WriteString("timestamp", TimeText.Seconds(at));
            writer.WriteString("version", Version);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, WebhookItem item)
    {
        writer.WriteStartObject();
        writer.WriteString("topic", item.Topic);
        writer.WriteString("external_id", item.EventId);
        writer.WritePropertyName("payload");
        writer.WriteRawValue(item.Payload);
        writer.WriteEndObject();
    }
}
