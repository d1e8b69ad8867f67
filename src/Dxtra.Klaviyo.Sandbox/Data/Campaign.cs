namespace Dxtra.Klaviyo.Sandbox.Data;

internal sealed record Campaign
{
    /// <summary>A ULID.</summary>
    public required string Id { get; init; }

    public required string MessageId { get; init; }

    public required string Name { get; init; }

    /// <summary><c>email</c> or <c>sms</c>.</summary>
    public required string Channel { get; init; }

    public required string Status { get; init; }

    public bool Archived { get; init; }

    public required string Subject { get; init; }

    public required string ListId { get; init; }

    public string? ExcludedSegmentId { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public DateTimeOffset? Scheduled { get; init; }

    public DateTimeOffset? SendTime { get; init; }

    public IReadOnlyList<string> TagIds { get; init; } = [];
}
