using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Filters;

namespace Dxtra.Klaviyo.Sandbox.Resources.Profiles;

/// <summary>
/// Filters on suppressions. All clauses must hold of one and the same suppression. Global and list fields do not mix,
/// list fields need a list id, and there is at most one clause on the date.
/// </summary>
internal sealed class SuppressionFilter
{
    private const string Global = "subscriptions.email.marketing.suppression.";
    private const string OfList = "subscriptions.email.marketing.list_suppressions.";

    private static readonly FieldMap<Suppression> GlobalFields = new(new Dictionary<string, Func<Suppression, object?>>
    {
        [Global + "reason"] = suppression => suppression.Reason,
        [Global + "timestamp"] = suppression => suppression.Timestamp,
    });

    private static readonly FieldMap<ListSuppression> ListFields = new(new Dictionary<string, Func<ListSuppression, object?>>
    {
        [OfList + "list_id"] = suppression => suppression.ListId,
        [OfList + "reason"] = suppression => suppression.Reason,
        [OfList + "timestamp"] = suppression => suppression.Timestamp,
    });

    private readonly IReadOnlyList<FilterClause> _global;
    private readonly IReadOnlyList<FilterClause> _ofList;
    private readonly FilterQuirks _quirks;

    /// <exception cref="ApiErrorException">400: the clauses do not go together.</exception>
    public SuppressionFilter(IReadOnlyList<FilterClause> clauses, FilterQuirks quirks)
    {
        _global = [.. clauses.Where(clause => GlobalFields.Knows(clause.Field))];
        _ofList = [.. clauses.Where(clause => ListFields.Knows(clause.Field))];
        _quirks = quirks;
        var dates = _global.Concat(_ofList).Count(clause => clause.Field.EndsWith(".timestamp", StringComparison.Ordinal));
        var lacksList = _ofList.Count > 0 && _ofList.All(clause => clause.Field != OfList + "list_id");
        if (dates > 1 || lacksList || (_global.Count > 0 && _ofList.Count > 0))
            throw new ApiErrorException(RequestErrors.InvalidFilter);
    }

    public static bool Owns(FilterClause clause) => GlobalFields.Knows(clause.Field) || ListFields.Knows(clause.Field);

    public bool Matches(Profile profile) =>
        (_global.Count == 0 || profile.Subscriptions.Suppressions.Any(item => GlobalFields.Matches(item, _global, _quirks))) &&
        (_ofList.Count == 0 || profile.Subscriptions.ListSuppressions.Any(item => ListFields.Matches(item, _ofList, _quirks)));
}
