using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>A flow: an automated sequence of messages.</summary>
public sealed record FlowAttributes
{
    public string? Name { get; init; }

    /// <summary><c>draft</c>, <c>manual</c>, <c>live</c>; others may come.</summary>
    public string? Status { get; init; }

    public bool? Archived { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>Such as <c>Added to List</c>, <c>Metric</c>, <c>Date Based</c>.</summary>
    public string? TriggerType { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
