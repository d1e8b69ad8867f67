namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>What a customer wrote on a product or the shop.</summary>
internal sealed record Review
{
    /// <summary>Digits.</summary>
    public required string Id { get; init; }

    /// <summary>The author; Klaviyo shows the address alone. Null once the author was deleted.</summary>
    public required string? ProfileId { get; init; }

    /// <summary>As it was typed, which need not be the profile's spelling.</summary>
    public string? Email { get; init; }

    public string? Author { get; init; }

    /// <summary><c>published</c>, <c>unpublished</c>, <c>featured</c>, <c>pending</c> or <c>rejected</c>.</summary>
    public string Status { get; init; } = "published";

    public bool Verified { get; init; }

    /// <summary><c>review</c>, <c>question</c>, <c>rating</c> or <c>store</c>.</summary>
    public string Type { get; init; } = "review";

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    /// <summary>Null for a review of the shop.</summary>
    public ReviewedProduct? Product { get; init; }

    /// <summary>1 to 5; null for a question.</summary>
    public int? Rating { get; init; }

    public string? Title { get; init; }

    public string? Content { get; init; }

    /// <summary>What the shop answered.</summary>
    public string? Reply { get; init; }

    public IReadOnlyList<string> Images { get; init; } = [];

    public IReadOnlyList<string> EventIds { get; init; } = [];
}
