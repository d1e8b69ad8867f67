using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary><c>?limit=</c> (1–500, default 50) and <c>?cursor=</c> of a collection; the cursor is decoded.</summary>
internal sealed record PageQuery(int Limit, string? ContinuationToken)
{
    private const int Default = 50;
    private const int Maximum = 500;

    public static PageQuery Largest { get; } = new(Maximum, null);

    public static PageQuery Read(IQueryCollection query, FieldErrors errors)
    {
        var limit = Default;
        if (query["limit"].ToString() is { Length: > 0 } text
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= Maximum))
        {
            errors.Add("limit", $"limit is a whole number from 1 to {Maximum}.");
        }

        if (!Cursor.TryDecode(query["cursor"], out var token))
            errors.Add("cursor", "cursor must be the value of next in an earlier answer.");
        return new(limit, token);
    }
}
