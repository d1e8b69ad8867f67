namespace Dxtra.Klaviyo.Sandbox.Data;

internal sealed record Webhook
{
    /// <summary>A ULID.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required Uri EndpointUrl { get; init; }

    /// <summary>Never shown again.</summary>
    public required string SecretKey { get; init; }

    /// <summary>Switched off by the account, or after its endpoint failed for two days.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Since when no delivery has come through; null when the last one did.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public required IReadOnlyList<string> TopicIds { get; init; }
}
