using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Dxtra.Functions.Embedded;

/// <summary>Replaces <c>%Name%</c> in the text of a trigger attribute by the setting of that name.</summary>
internal static partial class SettingNames
{
    /// <exception cref="InvalidOperationException">The setting is missing, or its name is not flat.</exception>
    public static string Resolve(string text, IConfiguration settings) => Reference().Replace(text, match =>
    {
        var name = match.Groups[1].Value;
        // The official host looks the text up as it stands, where an environment name with __ has become one with a colon.
        if (name.Contains(':', StringComparison.Ordinal) || name.Contains("__", StringComparison.Ordinal))
            throw new InvalidOperationException($"The setting %{name}% must have a flat name, without ':' and '__'.");
        return settings[name] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"The setting '{name}', which a trigger names as %{name}%, is missing.");
    });

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Reference();
}
