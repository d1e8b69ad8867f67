using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// What holds for all people of a file. A file has lines only, so it stands in the query: <c>?formats=json,csv&amp;regulation=&amp;receivedAt=</c>.
/// Addresses are written down along the way, so a passphrase stands in the header <c>Export-Passphrase</c>.
/// </summary>
internal static class CsvTerms
{
    public const string PassphraseHeader = "Export-Passphrase";

    public static AccessRequestBody Read(HttpRequest request, FieldErrors errors)
    {
        if (request.Query.ContainsKey("passphrase"))
            errors.Add("passphrase", $"A passphrase does not belong in an address, which is written down along the way: send it in the header {PassphraseHeader}.");
        return Read(request.Query, errors) with { Passphrase = PassphraseOf(request) };
    }

    /// <summary>Null when there is none; what cannot be one is left to the rules.</summary>
    public static string? PassphraseOf(HttpRequest request) =>
        request.Headers.TryGetValue(PassphraseHeader, out var passphrase) ? passphrase.ToString() : null;

    private static AccessRequestBody Read(IQueryCollection query, FieldErrors errors) => new(
        null,
        query["formats"].ToString() is { Length: > 0 } formats ? formats.Split(',', StringSplitOptions.TrimEntries) : null,
        query["regulation"].ToString() is { Length: > 0 } regulation ? regulation : null,
        query["receivedAt"].ToString() is { Length: > 0 } receivedAt ? TimeOf(receivedAt, errors) : null,
        null);

    /// <summary>As in a JSON body.</summary>
    private static DateTimeOffset? TimeOf(string text, FieldErrors errors)
    {
        try
        {
            return JsonSerializer.Deserialize<DateTimeOffset>(JsonSerializer.SerializeToUtf8Bytes(text), Json.Options);
        }
        catch (JsonException)
        {
            errors.Add("receivedAt", "receivedAt is a time with its offset, such as 2026-01-31T08:30:00Z. In an address a plus sign is written %2B.");
            return null;
        }
    }
}
