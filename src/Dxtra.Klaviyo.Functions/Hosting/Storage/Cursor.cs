using System.Buffers.Text;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>A storage continuation token in a form that fits a query string, marked so that another text is not taken for one.</summary>
internal static class Cursor
{
    private const string Mark = "cursor:";

    public static string? Encode(string? continuationToken) =>
        string.IsNullOrEmpty(continuationToken) ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Mark + continuationToken));

    /// <summary>False when the text was not made by <see cref="Encode"/>. No text is the first page.</summary>
    public static bool TryDecode(string? cursor, out string? continuationToken)
    {
        continuationToken = null;
        if (string.IsNullOrEmpty(cursor))
            return true;
        if (!Base64Url.IsValid(cursor))
            return false;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        if (!text.StartsWith(Mark, StringComparison.Ordinal))
            return false;
        continuationToken = text[Mark.Length..];
        return true;
    }
}
