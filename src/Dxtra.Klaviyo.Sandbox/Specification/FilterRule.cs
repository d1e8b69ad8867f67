namespace Dxtra.Klaviyo.Sandbox.Specification;

/// <summary>How a filter may use one field: the operators that take a single value, a list, or none.</summary>
internal sealed record FilterRule
{
    /// <summary><c>string</c>, <c>number</c>, <c>integer</c>, <c>boolean</c>, <c>date-time</c> or <c>none</c>.</summary>
    public required string Type { get; init; }

    public IReadOnlyList<string> Single { get; init; } = [];

    public IReadOnlyList<string> List { get; init; } = [];

    public IReadOnlyList<string> None { get; init; } = [];

    public IReadOnlyList<string>? Values { get; init; }
}
