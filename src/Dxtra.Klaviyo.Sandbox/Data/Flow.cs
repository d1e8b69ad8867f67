namespace Dxtra.Klaviyo.Sandbox.Data;

internal sealed record Flow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary><c>live</c>, <c>manual</c> or <c>draft</c>.</summary>
    public required string Status { get; init; }

    public required string TriggerType { get; init; }

    /// <summary>The list or metric that triggers it; null for other triggers.</summary>
    public string? TriggerId { get; init; }

    public bool Archived { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public IReadOnlyList<FlowAction> Actions { get; init; } = [];

    public IReadOnlyList<string> TagIds { get; init; } = [];
}
