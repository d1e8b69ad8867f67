using Dxtra.Klaviyo.Sandbox.Filters;

namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>The query of a call, checked against what the operation allows.</summary>
internal sealed record ApiQuery
{
    /// <summary>Sparse fieldsets by resource type; a type that is absent is shown whole.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; init; }

    /// <summary>Fields that are shown on request only, of whatever type.</summary>
    public required IReadOnlySet<string> AdditionalFields { get; init; }

    public required IReadOnlySet<string> Include { get; init; }

    public required IReadOnlyList<FilterClause> Filter { get; init; }

    /// <summary>The sort field with a leading minus for descending; null for the resource's own order.</summary>
    public string? Sort { get; init; }

    /// <summary>Null when the operation has no page size, or none was given and there is no default.</summary>
    public int? PageSize { get; init; }

    /// <summary>As it came, in Base64; it can be read only by who knows the sort.</summary>
    public string? Cursor { get; init; }

    public required FilterQuirks FilterQuirks { get; init; }

    public bool Includes(string name) => Include.Contains(name);
}
