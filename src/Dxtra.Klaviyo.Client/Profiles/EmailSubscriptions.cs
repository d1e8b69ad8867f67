using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>Consent to e-mail and to being watched while reading it.</summary>
public sealed record EmailSubscriptions
{
    public EmailConsent? Marketing { get; init; }

    public ChannelConsent? OpenTracking { get; init; }

    /// <summary>On the wire, though not in the specification of revision 2026-07-15.</summary>
    public ChannelConsent? ClickTracking { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
