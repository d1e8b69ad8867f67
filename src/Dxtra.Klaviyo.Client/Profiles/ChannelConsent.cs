using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>Consent to one kind of message or tracking.</summary>
public sealed record ChannelConsent
{
    /// <summary><c>SUBSCRIBED</c>, <c>UNSUBSCRIBED</c>, <c>NEVER_SUBSCRIBED</c>; others may come.</summary>
    public string? Consent { get; init; }

    /// <summary>
    /// Reachability, not consent: see <see cref="EmailConsent.CanReceiveEmailMarketing"/>. Klaviyo's name for it differs by channel.
    /// </summary>
    [JsonIgnore]
    public bool? CanReceive => CanReceiveAny ?? CanReceiveSmsMarketing ?? CanReceiveSmsTransactional ?? CanReceivePushMarketing;

    public DateTimeOffset? ConsentTimestamp { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    public DateTimeOffset? CreatedTimestamp { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    public string? Method { get; init; }

    public string? MethodDetail { get; init; }

    public string? PhoneNumber { get; init; }

    public JsonElement? Metadata { get; init; }

    [JsonInclude, JsonPropertyName("can_receive")]
    internal bool? CanReceiveAny { get; init; }

    [JsonInclude]
    internal bool? CanReceiveSmsMarketing { get; init; }

    [JsonInclude]
    internal bool? CanReceiveSmsTransactional { get; init; }

    [JsonInclude]
    internal bool? CanReceivePushMarketing { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }

    /// <summary>Without the phone number, which does not belong in a log.</summary>
    public override string ToString() => $"{nameof(ChannelConsent)} {Consent}";
}
