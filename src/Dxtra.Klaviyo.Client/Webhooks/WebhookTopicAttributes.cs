using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>A topic has no attributes as yet: its id (<c>event:klaviyo.opened_email</c>) says it all.</summary>
public sealed record WebhookTopicAttributes
{
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
