using System.Buffers.Text;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>A storage continuation token in a form that fits a query string.</summary>
internal static class Cursor
{
    public static string? Encode(string? continuationToken) =>
        string.IsNullOrEmpty(continuationToken) ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(continuationToken));

    /// <summary>False when the text was not made by <see cref="Encode"/>.</summary>
    public static bool TryDecode(string? cursor, out string? continuationToken)
    {
        continuationToken = null;
        if (string.IsNullOrEmpty(cursor))
            return true;
        if (!Base64Url.IsValid(cursor))
            return false;
        continuationToken = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return true;
    }
}
