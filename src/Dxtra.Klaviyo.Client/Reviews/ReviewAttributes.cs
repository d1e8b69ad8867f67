using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dxtra.Klaviyo.Client;

/// <summary>What a customer wrote on a product or the shop. Relationships: <c>events</c>, <c>item</c>; none names the profile.</summary>
public sealed record ReviewAttributes
{
    /// <summary>The author's address, as it was typed.</summary>
    public string? Email { get; init; }

    public string? Author { get; init; }

    /// <summary>As received; its <c>value</c> is <c>published</c>, <c>unpublished</c>, <c>featured</c>, <c>pending</c>, <c>rejected</c>.</summary>
    public JsonElement? Status { get; init; }

    /// <summary>Klaviyo knows that the author bought the product.</summary>
    public bool? Verified { get; init; }

    /// <summary><c>review</c>, <c>question</c>, <c>rating</c> or <c>store</c>.</summary>
    public string? ReviewType { get; init; }

    public DateTimeOffset? Created { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>Addresses of pictures.</summary>
    public IReadOnlyList<string>? Images { get; init; }

    /// <summary>As received: <c>name</c>, <c>url</c>, <c>image_url</c>, <c>external_id</c>.</summary>
    public JsonElement? Product { get; init; }

    /// <summary>1 to 5; null for a question.</summary>
    public int? Rating { get; init; }

    public string? Title { get; init; }

    public string? Content { get; init; }

    public string? SmartQuote { get; init; }

    /// <summary>As received: <c>author</c>, <c>content</c>, <c>updated</c>.</summary>
    public JsonElement? PublicReply { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }

    /// <summary>The type alone: this is a person's data and does not belong in a log.</summary>
    public override string ToString() => nameof(ReviewAttributes);
}
