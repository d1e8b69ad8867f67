using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>A kind of record that the account keeps beside profiles and events. Relationship: <c>current-schema</c>.</summary>
public sealed record ObjectTypeAttributes
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary><c>active</c>, <c>draft</c>, <c>publishing</c> or <c>undefined</c>.</summary>
    public string? Status { get; init; }

    /// <summary><c>custom-objects</c>, or <c>applications/…</c> for what an app brought.</summary>
    public string? Namespace { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
