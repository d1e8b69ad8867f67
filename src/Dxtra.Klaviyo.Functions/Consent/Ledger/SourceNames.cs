using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What the ledger keeps of where news came from.</summary>
internal static class SourceNames
{
    private const int Longest = 100;

    /// <summary>32 hex digits of SHA-256.</summary>
    public static string HashOf(ConsentNews news) => HashOf(news.SourceId);

    /// <summary>The source's id as given when it names nobody, else its hash: the ledger never has the clear identifier.</summary>
    public static string SafeId(ConsentNews news) => IsPlain(news.SourceId, news) ? news.SourceId : HashOf(news.SourceId);

    /// <summary>Klaviyo's word, unless it is no word.</summary>
    public static string? SafeMethod(ConsentNews news) => news.Method is { } method && IsPlain(method, news) ? method : null;

    private static bool IsPlain(string text, ConsentNews news) =>
        text.Length <= Longest && !text.Contains('@') && !text.Contains(news.ProfileId, StringComparison.OrdinalIgnoreCase);

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
