using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.Filters;

/// <summary>Checks a filter against the fields and operators that an operation allows and gives its values their types.</summary>
internal static class FilterBinder
{
    /// <exception cref="ApiErrorException">400 <c>invalid</c>, whatever is wrong with it.</exception>
    public static IReadOnlyList<FilterClause> Bind(string? text, Operation operation)
    {
        if (string.IsNullOrEmpty(text))
            return [];
        try
        {
            return [.. FilterParser.Parse(text).Select(expression => Bind(expression, operation))];
        }
        catch (FilterSyntaxException)
        {
            throw new ApiErrorException(RequestErrors.InvalidFilter);
        }
    }

    private static FilterClause Bind(FilterExpression expression, Operation operation)
    {
        if (!operation.Filters.TryGetValue(expression.Field, out var rule) || !IsPermitted(expression, rule))
            throw new ApiErrorException(RequestErrors.InvalidFilter);
        return new FilterClause(
            expression.Operator,
            expression.Field,
            [.. expression.Values.Select(value => FilterValues.Read(value, rule) ?? throw new ApiErrorException(RequestErrors.InvalidFilter))]);
    }

    private static bool IsPermitted(FilterExpression expression, FilterRule rule) => expression switch
    {
        { Values.Count: 0 } => rule.None.Contains(expression.Operator),
        { IsList: true } => rule.List.Contains(expression.Operator),
        // The specification lists `equals` on some fields for lists only; a single value was seen to work as well.
        _ => rule.Single.Contains(expression.Operator) || (expression.Operator == "equals" && rule.List.Contains("equals")),
    };
}
