using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Requests;

internal sealed record ListRequestsQuery(RequestKind? Kind, RequestStatus? Status, bool Overdue, PageQuery Page)
{
    public static ListRequestsQuery Read(IQueryCollection query, FieldErrors errors) => new(
        Word<RequestKind>(query, "kind", errors), Word<RequestStatus>(query, "status", errors),
        Flag(query, "overdue", errors), PageQuery.Read(query, errors));

    private static T? Word<T>(IQueryCollection query, string name, FieldErrors errors) where T : struct, Enum
    {
        if (query[name].ToString() is not { Length: > 0 } text)
            return null;
        // By name, not by Enum.TryParse: that takes numbers and lists of words too.
        if (Enum.GetNames<T>().FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found)
            return Enum.Parse<T>(found);
        var words = Enum.GetNames<T>().Select(word => char.ToLowerInvariant(word[0]) + word[1..]);
        errors.Add(name, $"{name} is one of {string.Join(", ", words)}.");
        return null;
    }

    private static bool Flag(IQueryCollection query, string name, FieldErrors errors)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
            return false;
        if (!bool.TryParse(text, out var value))
            errors.Add(name, $"{name} is true or false.");
        return value;
    }
}
