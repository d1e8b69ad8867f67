using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Requests;

internal sealed record ListRequestsQuery(RequestKind? Kind, RequestStatus? Status, bool Overdue, PageQuery Page)
{
    public static ListRequestsQuery Read(IQueryCollection query, FieldErrors errors) => new(
        QueryWords.Read<RequestKind>(query, "kind", errors), QueryWords.Read<RequestStatus>(query, "status", errors),
        Flag(query, "overdue", errors), PageQuery.Read(query, errors));

    private static bool Flag(IQueryCollection query, string name, FieldErrors errors)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
            return false;
        if (!bool.TryParse(text, out var value))
            errors.Add(name, $"{name} is true or false.");
        return value;
    }
}
