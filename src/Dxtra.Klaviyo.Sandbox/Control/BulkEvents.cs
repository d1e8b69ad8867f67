namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Many events of one metric, spread evenly over a time.</summary>
internal sealed record BulkEvents
{
    public required int Count { get; init; }

    public string Metric { get; init; } = "Active on Site";

    /// <summary>Null: a year before <see cref="To"/>.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Null: now.</summary>
    public DateTimeOffset? To { get; init; }
}
