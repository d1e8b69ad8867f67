using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>A kind of custom object of an account.</summary>
public sealed record ObjectTypeAttributes
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Status { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
