namespace Dxtra.Klaviyo.Sandbox.Filters;

/// <summary>Whether the value of a field satisfies a clause.</summary>
internal static class FieldComparison
{
    /// <param name="clause">The clause.</param>
    /// <param name="value">The field's value, of the clause's type, or null; null satisfies nothing.</param>
    /// <param name="quirks">Deviations that were seen on the wire and are switched on.</param>
    public static bool Matches(FilterClause clause, object? value, FilterQuirks quirks) => value is EmailAddresses addresses
        ? addresses.Seen(quirks).Any(address => MatchesOne(clause, address, quirks))
        : MatchesOne(clause, value, quirks);

    private static bool MatchesOne(FilterClause clause, object? value, FilterQuirks quirks) => value is not null && clause.Operator switch
    {
        "equals" or "any" => clause.Values.Any(wanted => AreEqual(clause.Field, value, wanted, quirks)),
        "greater-than" => Compare(value, clause) is var order && (order > 0 || (order == 0 && quirks.GreaterThanIncludesEqual)),
        "greater-or-equal" => Compare(value, clause) >= 0,
        "less-than" => Compare(value, clause) < 0,
        "less-or-equal" => Compare(value, clause) <= 0,
        "contains" => ((string)value).Contains((string)clause.Value, StringComparison.OrdinalIgnoreCase),
        "starts-with" => ((string)value).StartsWith((string)clause.Value, StringComparison.OrdinalIgnoreCase),
        "ends-with" => ((string)value).EndsWith((string)clause.Value, StringComparison.OrdinalIgnoreCase),
        _ => throw new InvalidOperationException($"No field of the sandbox is compared with {clause.Operator}."),
    };

    private static bool AreEqual(string field, object value, object wanted, FilterQuirks quirks) =>
        quirks.EmailIgnoresCase && field == "email"
            ? string.Equals((string)value, (string)wanted, StringComparison.OrdinalIgnoreCase)
            : value.Equals(wanted);

    private static int Compare(object value, FilterClause clause) => ((IComparable)value).CompareTo(clause.Value);
}
