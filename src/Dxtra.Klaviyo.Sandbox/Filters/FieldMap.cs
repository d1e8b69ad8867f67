namespace Dxtra.Klaviyo.Sandbox.Filters;

/// <summary>The fields of a resource that a filter can look at, by name.</summary>
internal sealed class FieldMap<T>(IReadOnlyDictionary<string, Func<T, object?>> fields)
{
    public bool Knows(string field) => fields.ContainsKey(field);

    public bool Matches(T item, IEnumerable<FilterClause> clauses, FilterQuirks quirks) =>
        clauses.All(clause => FieldComparison.Matches(clause, fields[clause.Field](item), quirks));
}
