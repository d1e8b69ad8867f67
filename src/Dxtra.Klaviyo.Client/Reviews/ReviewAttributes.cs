using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>A review, rating or question that somebody wrote about a product or shop.</summary>
public sealed record ReviewAttributes
{
    public string? Email { get; init; }

    public string? Author { get; init; }

    public string? Title { get; init; }

    public string? Content { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Updated { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }

    /// <summary>The type alone: this is a person's data and does not belong in a log.</summary>
    public override string ToString() => nameof(ReviewAttributes);
}
