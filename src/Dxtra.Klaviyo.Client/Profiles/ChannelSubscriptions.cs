using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>Consent on SMS, mobile push or WhatsApp; each channel uses some of these.</summary>
public sealed record ChannelSubscriptions
{
    public ChannelConsent? Marketing { get; init; }

    public ChannelConsent? Transactional { get; init; }

    public ChannelConsent? Conversational { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
