using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// Klaviyo's signature: HMAC-SHA256 with the secret's UTF-8 bytes over the raw body and, right behind it, the text of the header
/// <c>Klaviyo-Timestamp</c> as it stands; in lower-case hex.
/// </summary>
internal static class WebhookSignature
{
    /// <summary>Tries every secret, so that the time it takes does not tell which one is right.</summary>
    public static bool IsRight(ReadOnlySpan<byte> body, string timestamp, string signature, IReadOnlyList<string> secrets)
    {
        var given = Encoding.UTF8.GetBytes(signature);
        var right = false;
        foreach (var secret in secrets)
            right |= CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(body, timestamp, secret)), given);
        return right;
    }

    public static string Of(ReadOnlySpan<byte> body, string timestamp, string secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(body);
        hmac.AppendData(Encoding.UTF8.GetBytes(timestamp));
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
