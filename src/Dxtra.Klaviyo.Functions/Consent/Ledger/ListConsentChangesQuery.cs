using System.Globalization;
using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary><c>?channel=&amp;from=&amp;to=&amp;subject=</c>, and <c>?limit=&amp;cursor=</c> as everywhere. Times are of taking effect; <c>to</c> is exclusive.</summary>
internal sealed record ListConsentChangesQuery(LedgerFilter Filter, string? SubjectKey, PageQuery Page)
{
    private const int SubjectKeyLength = 64;

    public static ListConsentChangesQuery Read(IQueryCollection query, FieldErrors errors)
    {
        var filter = new LedgerFilter(QueryWords.Read<ConsentChannel>(query, "channel", errors), ReadTime(query, "from", errors), ReadTime(query, "to", errors));
        return new(filter, ReadSubject(query, errors), PageQuery.Read(query, errors));
    }

    /// <summary>Null when there is none, or one that is none, which is an error then.</summary>
    public static string? ReadSubject(IQueryCollection query, FieldErrors errors)
    {
        if (query["subject"].ToString() is not { Length: > 0 } key)
            return null;
        if (key.Length == SubjectKeyLength && key.All(char.IsAsciiHexDigitLower))
            return key;
        errors.Add("subject", "subject is a subject key: 64 hexadecimal digits in small letters.");
        return null;
    }

    private static DateTimeOffset? ReadTime(IQueryCollection query, string name, FieldErrors errors)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
            return null;
        // A plus sign that was not encoded comes as a space.
        if (DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && text.Contains('T'))
            return time;
        errors.Add(name, $"{name} is a time as in RFC 3339, such as 2026-11-28T10:00:00Z.");
        return null;
    }
}
