using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// A private API key. The secret leaves this object through <see cref="Reveal"/> only; printing or serialising it shows the hint.
/// Klaviyo publishes no length, so none is checked.
/// </summary>
public sealed class KlaviyoKey
{
    private const string Prefix = "pk_";
    private const int PublicKeyLength = 6;
    private const int HintLength = 4;

    /// <summary>A hint must not give away more than half of what follows the prefix.</summary>
    private static readonly int ShortestWithHint = Prefix.Length + (2 * HintLength);

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private readonly string _secret;

    private KlaviyoKey(string secret) => _secret = secret;

    /// <summary>The last four characters, to tell keys apart; empty for a key too short to show any.</summary>
    public string Hint => _secret.Length < ShortestWithHint ? "" : _secret[^HintLength..];

    /// <summary>The secret itself, for the secret store and the authorization header.</summary>
    public string Reveal() => _secret;

    /// <summary>The prefix and the hint, never the secret.</summary>
    public override string ToString() => $"{Prefix}…{Hint}";

    /// <summary>Takes the text as a key when it has the form of one. Whether Klaviyo knows it, only a call can tell.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out KlaviyoKey? key, out KlaviyoKeyProblem problem)
    {
        problem = Examine(text);
        key = problem == KlaviyoKeyProblem.None ? new KlaviyoKey(text!) : null;
        return key is not null;
    }

    private static KlaviyoKeyProblem Examine(string? text) => text switch
    {
        null or "" => KlaviyoKeyProblem.Empty,
        _ when text.Any(char.IsWhiteSpace) => KlaviyoKeyProblem.Whitespace,
        _ when IsPublic(text) => KlaviyoKeyProblem.PublicKey,
        _ when !text.StartsWith(Prefix, StringComparison.Ordinal) => KlaviyoKeyProblem.NotPrivate,
        _ when text.Length == Prefix.Length || text.AsSpan().ContainsAnyExcept(Allowed) => KlaviyoKeyProblem.BadCharacters,
        _ => KlaviyoKeyProblem.None,
    };

    private static bool IsPublic(string text) => text.Length == PublicKeyLength && text.All(char.IsAsciiLetterOrDigit);
}
