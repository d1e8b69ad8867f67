using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>The secret that a flow webhook carries in its header <c>Authorization</c>, for Klaviyo does not sign it.</summary>
internal static class FlowBearer
{
    private const string Scheme = "Bearer ";

    /// <summary>The header that a customer pastes.</summary>
    public static string HeaderOf(string secret) => Scheme + secret;

    /// <summary>Compares hashes, of every secret: neither a length nor a place is told by the time it takes.</summary>
    public static bool IsRight(string header, IReadOnlyList<string> secrets)
    {
        var given = Hash(header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "");
        var right = false;
        foreach (var secret in secrets)
            right |= CryptographicOperations.FixedTimeEquals(Hash(secret), given);
        return right;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
