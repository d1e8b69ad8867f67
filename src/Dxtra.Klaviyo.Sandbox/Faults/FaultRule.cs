namespace Dxtra.Klaviyo.Sandbox.Faults;

/// <summary>A fault that is switched on, and which calls it hits.</summary>
internal sealed record FaultRule
{
    /// <summary>One of <see cref="FaultKinds.All"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>An operation id; null for every operation.</summary>
    public string? Operation { get; init; }

    /// <summary>So many matching calls pass before the first is hit.</summary>
    public int Skip { get; init; }

    /// <summary>From then on each n-th is hit.</summary>
    public int Every { get; init; } = 1;

    /// <summary>After so many hits it is over; null: it stays until it is switched off.</summary>
    public int? Times { get; init; }

    /// <summary>The status of kind <c>status</c>.</summary>
    public int Status { get; init; } = 503;

    /// <summary>
    /// Waited by kind <c>latency</c>, between the pieces of kind <c>slowBody</c>, and between a deletion and what kind <c>returned</c> does.
    /// </summary>
    public int Milliseconds { get; init; } = 1000;

    /// <summary>How kind <c>returned</c> brings the person back: <c>event</c>, <c>import</c>, <c>upsert</c>, <c>unsubscribe</c> or <c>suppress</c>.</summary>
    public string By { get; init; } = "event";

    /// <summary>The <c>Retry-After</c> of kinds <c>throttle</c> and <c>status</c>; null sends none.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>How much of the body goes out before kinds <c>cutBody</c> and <c>truncatedJson</c> stop; null: half of it.</summary>
    public int? Bytes { get; init; }
}
