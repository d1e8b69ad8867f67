using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>The signature of a system webhook, and the clock of its header.</summary>
internal static class WebhookSignature
{
    /// <summary>How far the header's clock is ahead of the body's, though it says GMT: seen in every recorded delivery.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(5);

    /// <returns>HMAC-SHA256 in lower-case hexadecimal over the body, then the header's text, with nothing between.</returns>
    public static string Of(string secret, byte[] body, string timestampHeader)
    {
        byte[] signed = [.. body, .. Encoding.UTF8.GetBytes(timestampHeader)];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    /// <returns><c>Thu, 04 Jan 2024 18:05:25 GMT</c>.</returns>
    public static string TimestampHeader(DateTimeOffset signedAt, bool rightClock) =>
        (rightClock ? signedAt : signedAt + Ahead).ToString("R", CultureInfo.InvariantCulture);
}
