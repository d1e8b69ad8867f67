using System.Text.RegularExpressions;
using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Consent;

internal sealed partial record ListConsentOrdersQuery(string SubjectKey, PageQuery Page)
{
    public static ListConsentOrdersQuery Read(IQueryCollection query, FieldErrors errors)
    {
        var key = query["subjectKey"].ToString();
        if (!Key().IsMatch(key))
        {
            errors.Add("subjectKey", "Give the subjectKey of an earlier answer, 64 hexadecimal digits. "
                + "To ask by an address or number, use POST …/consent/lookup.");
        }

        return new(key, PageQuery.Read(query, errors));
    }

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Key();
}
