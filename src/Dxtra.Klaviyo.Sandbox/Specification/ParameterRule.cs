namespace Dxtra.Klaviyo.Sandbox.Specification;

/// <summary>What a query parameter may carry.</summary>
internal sealed record ParameterRule
{
    public bool Required { get; init; }

    /// <summary>The permitted values; null when any will do.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    public int? Default { get; init; }

    public int? Maximum { get; init; }

    public int? Minimum { get; init; }
}
