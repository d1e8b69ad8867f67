using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// What a passphrase may look like. 7-Zip opens nothing with more than 99 characters, and programs do not agree on the bytes of a
/// letter outside ASCII: such a package might never be opened again.
/// </summary>
internal static partial class Passphrases
{
    public const string Rule = "A passphrase has 12 to 99 characters: letters without accents, digits, punctuation and spaces.";

    public static bool IsGood(string passphrase) => Printable().IsMatch(passphrase);

    [GeneratedRegex(@"\A[ -~]{12,99}\z")]
    private static partial Regex Printable();
}
