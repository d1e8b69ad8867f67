namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Many events of one metric, spread evenly over a time; all in one second when it begins where it ends.</summary>
internal sealed record BulkEvents
{
    public required int Count { get; init; }

    public string Metric { get; init; } = "Active on Site";

    /// <summary>The campaign that each is credited to, by id or name.</summary>
    public string? Campaign { get; init; }

    /// <summary>The flow that each is credited to, by id or name.</summary>
    public string? Flow { get; init; }

    /// <summary>Null: a year before <see cref="To"/>.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Null: now.</summary>
    public DateTimeOffset? To { get; init; }
}
