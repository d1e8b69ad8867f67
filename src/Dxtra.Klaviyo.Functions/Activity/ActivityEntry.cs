namespace Dxtra.Klaviyo.Functions.Activity;

/// <summary>One line of the Processing Activity Log. The subject stands in it as keyed hash and mask only.</summary>
internal sealed record ActivityEntry
{
    public required string ControllerDid { get; init; }
    public required DateTimeOffset At { get; init; }
    public required ActivitySource Source { get; init; }
    public required ActivityType Type { get; init; }
    public string? ProcessorId { get; init; }
    public string? RequestId { get; init; }
    public string? SubjectKey { get; init; }
    public string? SubjectMasked { get; init; }

    /// <summary>The token subject of the caller, or <c>system</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>Which kinds of data were touched.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    public required string Outcome { get; init; }
}
