using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>One-time codes, and what is kept of them and of references.</summary>
internal static class IdentityCodes
{
    public const int Digits = 6;

    private const int Upper = 1_000_000;

    public static string New() => RandomNumberGenerator.GetInt32(Upper).ToString("d6", CultureInfo.InvariantCulture);

    public static bool IsCode(string text) => text.Length == Digits && text.All(char.IsAsciiDigit);

    /// <summary>Bound to its request and its place there: a hash that is moved to another fits nothing.</summary>
    public static string Hash(byte[] key, string requestId, int number, string code) => Keyed(key, $"identity-code\n{requestId}\n{number}\n{code}");

    public static bool Matches(string hash, byte[] key, string requestId, int number, string code) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Hash(key, requestId, number, code)));

    /// <summary>The same reference with another request has another hash.</summary>
    public static string HashReference(byte[] key, string requestId, string reference) => Keyed(key, $"identity-reference\n{requestId}\n{reference}");

    private static string Keyed(byte[] key, string message) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(message)));
}
