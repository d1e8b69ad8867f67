using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>An app on a device that may be sent push messages. Relationship: <c>profile</c>.</summary>
public sealed record PushTokenAttributes
{
    public DateTimeOffset? Created { get; init; }

    public string? Token { get; init; }

    /// <summary><c>AUTHORIZED</c>, <c>DENIED</c>, <c>NOT_DETERMINED</c>, <c>PROVISIONAL</c> or <c>UNAUTHORIZED</c>.</summary>
    public string? EnablementStatus { get; init; }

    /// <summary><c>ios</c> or <c>android</c>.</summary>
    public string? Platform { get; init; }

    /// <summary><c>APNs</c> or <c>FCM</c>.</summary>
    public string? Vendor { get; init; }

    public string? Background { get; init; }

    public DateTimeOffset? RecordedDate { get; init; }

    /// <summary>The device and the app on it; as received.</summary>
    public JsonElement? Metadata { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }

    /// <summary>The type alone: this is a person's data and does not belong in a log.</summary>
    public override string ToString() => nameof(PushTokenAttributes);
}
