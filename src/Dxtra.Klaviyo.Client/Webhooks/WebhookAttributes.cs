using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>A system webhook. Relationship: <c>webhook-topics</c>.</summary>
public sealed record WebhookAttributes
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Masked by Klaviyo to the host and <c>/*****</c>: it cannot be compared with what was set.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>False also after Klaviyo gave up on an endpoint that failed for two days.</summary>
    public bool? Enabled { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
