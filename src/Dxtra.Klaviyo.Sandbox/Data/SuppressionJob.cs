namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>A job that suppresses people by hand or lifts that.</summary>
internal sealed class SuppressionJob(string id, bool lifts, DateTimeOffset created)
{
    public const string Processing = "processing";
    public const string Complete = "complete";

    /// <summary>A ULID.</summary>
    public string Id => id;

    public bool Lifts => lifts;

    public DateTimeOffset Created { get; } = created;

    /// <summary>Set from the start, which is no sign that anything is done: so it was recorded.</summary>
    public DateTimeOffset CompletedAt { get; set; } = created;

    public string Status { get; set; } = Processing;

    public int Total { get; set; }

    public int Completed { get; set; }

    public int Skipped { get; set; }

    /// <summary>Null: not of a list.</summary>
    public string? ListId { get; init; }

    /// <summary>Null: not of a segment.</summary>
    public string? SegmentId { get; init; }
}
