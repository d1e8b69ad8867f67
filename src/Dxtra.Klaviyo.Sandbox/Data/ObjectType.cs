namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>A kind of record that the account made up, with its one schema and all records.</summary>
internal sealed record ObjectType
{
    /// <summary>That of every type which no app brought.</summary>
    public const string Namespace = "custom-objects";

    /// <summary>A ULID.</summary>
    public required string Id { get; init; }

    /// <summary>A ULID.</summary>
    public required string SchemaId { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required IReadOnlyList<ObjectProperty> Properties { get; init; }

    /// <summary>Where the records come from; null when they were written through the API.</summary>
    public ObjectSource? Source { get; init; }

    public List<ObjectRecord> Records { get; } = [];
}
