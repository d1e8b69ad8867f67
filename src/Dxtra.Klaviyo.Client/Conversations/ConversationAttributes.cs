using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>An exchange of messages with a person. Klaviyo gives its channel, not its messages. Relationship: <c>profile</c>.</summary>
public sealed record ConversationAttributes
{
    /// <summary><c>instagram</c>, <c>sms</c> or <c>whatsapp</c>.</summary>
    public string? Channel { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
