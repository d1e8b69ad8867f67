using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>Decentralised identifiers (W3C DID Core, section 3.1): kept as given, only checked for form.</summary>
internal static partial class Did
{
    private const int MaximumLength = 256;

    public static bool IsValid(string text) => text.Length <= MaximumLength && Form().IsMatch(text);

    [GeneratedRegex(@"\Adid:[a-z0-9]+:(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2}|:(?!\z))+\z")]
    private static partial Regex Form();
}
