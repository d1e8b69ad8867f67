using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Journeys.Klaviyo;

/// <summary>A filter against the fields and operators that the specification allows for its operation.</summary>
internal static partial class FilterCheck
{
    private static readonly string[] Combinations = ["and", "or", "not"];

    /// <returns>What is wrong, or null.</returns>
    public static string? Violation(string filter, JsonElement operation)
    {
        if (!operation.TryGetProperty("x-klaviyo-filters", out var allowed))
            return "the operation takes no filter.";

        var bare = Literal().Replace(filter, "_");
        var clauses = Clause().Matches(bare);
        if (clauses.Count == 0)
            return $"the filter has no clause: {bare}";

        return clauses
            .Where(clause => !Combinations.Contains(clause.Groups["operator"].Value))
            .Select(clause => Violation(clause, allowed))
            .FirstOrDefault(violation => violation is not null);
    }

    private static string? Violation(Match clause, JsonElement allowed)
    {
        var (name, operation) = (clause.Groups["field"].Value, clause.Groups["operator"].Value);
        if (!allowed.TryGetProperty(name, out var rule))
            return $"filters may not use the field {name}.";

        var operators = rule.GetProperty("operators").EnumerateObject().SelectMany(kind => kind.Value.EnumerateArray());
        return operators.Any(o => o.GetString() == operation) ? null : $"filters may not use {operation} with {name}.";
    }

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'
        """)]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?<operator>[a-z-]+)\((?<field>[A-Za-z0-9_.-]+)")]
    private static partial Regex Clause();
}
