using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A person's name as a colleague recognises it: <c>Ada Lovelace</c> → <c>A*** L***</c>.</summary>
internal static class MaskedName
{
    /// <summary>Null when there is no name.</summary>
    public static string? Of(ProfileAttributes attributes) =>
        Clear(attributes) is { } name ? string.Join(' ', name.Split(' ').Select(word => $"{word[..FirstLetter(word)]}***")) : null;

    /// <summary>Several people have several names; one without a name speaks for none.</summary>
    public static bool Differs(ProfileAttributes one, IEnumerable<ProfileAttributes> others) =>
        Clear(one) is { } name && others.Select(Clear).Any(other => other is not null && !string.Equals(name, other, StringComparison.OrdinalIgnoreCase));

    private static string? Clear(ProfileAttributes attributes)
    {
        var words = $"{attributes.FirstName} {attributes.LastName}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(' ', words);
    }

    private static int FirstLetter(string word) => char.IsSurrogatePair(word, 0) ? 2 : 1;
}
