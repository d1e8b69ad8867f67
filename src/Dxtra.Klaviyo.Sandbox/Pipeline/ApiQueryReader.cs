using System.Globalization;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>Reads a query strictly: a parameter or a value that the operation does not document ends the call with 400.</summary>
internal sealed class ApiQueryReader(TimeProvider time)
{
    private static readonly TimeSpan RecentBound = TimeSpan.FromSeconds(5);

    /// <param name="query">Decoded by the server, so that a plus sign has become a space.</param>
    /// <param name="operation">The operation called.</param>
    /// <param name="quirks">Reported deviations that are switched on.</param>
    /// <exception cref="ApiErrorException">400 <c>invalid</c> with the parameter in its source.</exception>
    public ApiQuery Read(IQueryCollection query, Operation operation, FilterQuirks quirks)
    {
        CheckNames(query, operation);
        var filter = FilterBinder.Bind(query["filter"], operation);
        if (quirks.RecentBoundsRefused)
            CheckBounds(filter);
        return new ApiQuery
        {
            Fields = operation.Parameters.Keys
                .Where(name => name.StartsWith("fields[", StringComparison.Ordinal) && query.ContainsKey(name))
                .ToDictionary(name => name[7..^1], name => (IReadOnlyList<string>)ReadNames(query, operation, name)),
            AdditionalFields = operation.Parameters.Keys
                .Where(name => name.StartsWith("additional-fields[", StringComparison.Ordinal))
                .SelectMany(name => ReadNames(query, operation, name))
                .ToHashSet(),
            Include = ReadNames(query, operation, "include").ToHashSet(),
            Filter = filter,
            Sort = ReadNames(query, operation, "sort").SingleOrDefault(),
            PageSize = ReadPageSize(query, operation),
            Cursor = query["page[cursor]"].FirstOrDefault(),
            FilterQuirks = quirks,
        };
    }

    private static void CheckNames(IQueryCollection query, Operation operation)
    {
        if (query.Keys.FirstOrDefault(name => !operation.Parameters.ContainsKey(name)) is { } unknown)
            throw new ApiErrorException(RequestErrors.UnknownParameter(unknown));
        var missing = operation.Parameters.FirstOrDefault(parameter => parameter.Value.Required && string.IsNullOrEmpty(query[parameter.Key])).Key;
        if (missing is not null)
            throw new ApiErrorException(RequestErrors.InvalidParameter(missing, $"'{missing}' is a required parameter for this resource."));
    }

    private static string[] ReadNames(IQueryCollection query, Operation operation, string parameter)
    {
        if (!query.TryGetValue(parameter, out var values))
            return [];
        var names = values.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var permitted = operation.Parameters[parameter].Values!;
        if (names.FirstOrDefault(name => !permitted.Contains(name)) is { } unknown)
            throw new ApiErrorException(parameter == "include" ? RequestErrors.InvalidInclude(unknown) : NotAllowed(parameter, unknown));
        if (parameter == "sort" && names.Length > 1)
            throw new ApiErrorException(NotAllowed(parameter, values.ToString()));
        return names;
    }

    private static int? ReadPageSize(IQueryCollection query, Operation operation)
    {
        if (!operation.Parameters.TryGetValue("page[size]", out var rule))
            return null;
        if (!query.TryGetValue("page[size]", out var text))
            return rule.Default;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size >= rule.Minimum && size <= rule.Maximum)
            return size;
        throw new ApiErrorException(
            RequestErrors.InvalidParameter("page[size]", $"Page size must be an integer between {rule.Minimum} and {rule.Maximum}."));
    }

    private static ApiError NotAllowed(string parameter, string value) =>
        RequestErrors.InvalidParameter(parameter, $"'{value}' is not an allowed {parameter} parameter for this resource.");

    private void CheckBounds(IReadOnlyList<FilterClause> filter)
    {
        var latest = time.GetUtcNow() - RecentBound;
        if (filter.SelectMany(clause => clause.Values).OfType<DateTimeOffset>().Any(bound => bound > latest))
            throw new ApiErrorException(RequestErrors.InvalidFilter);
    }
}
