using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>Consent on every channel. A channel that was never used is null.</summary>
public sealed record ProfileSubscriptions
{
    public EmailSubscriptions? Email { get; init; }

    public ChannelSubscriptions? Sms { get; init; }

    public ChannelSubscriptions? MobilePush { get; init; }

    public ChannelSubscriptions? Whatsapp { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
