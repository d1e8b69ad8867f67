using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>Why an address gets no marketing mail.</summary>
public sealed record EmailSuppression
{
    /// <summary>
    /// <c>HARD_BOUNCE</c>, <c>INVALID_EMAIL</c>, <c>SPAM_COMPLAINT</c>, <c>UNSUBSCRIBE</c>, <c>USER_SUPPRESSED</c>; spelling varies.
    /// </summary>
    public string? Reason { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The list that it applies to; null for a suppression of the whole account.</summary>
    public string? ListId { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
