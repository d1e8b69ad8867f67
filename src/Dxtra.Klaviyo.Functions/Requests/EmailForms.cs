using System.Globalization;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// The spellings under which an address may be stored. Klaviyo does not say whether it folds case, so an address is asked for as
/// given and in the spellings that people and shops use; plus-tags are kept, for they make distinct profiles. All go into one call.
/// </summary>
internal static class EmailForms
{
    public static IReadOnlyList<string> Of(string email)
    {
        var at = email.LastIndexOf('@');
        var (local, domain) = (email[..at], email[(at + 1)..]);
        string[] locals = [local, local.ToLowerInvariant(), Capitalised(local), FirstUpper(local), local.ToUpperInvariant()];
        string[] domains = [domain, domain.ToLowerInvariant(), FirstUpper(domain), FirstAndLastUpper(domain), domain.ToUpperInvariant()];
        return [.. (from name in locals from host in domains select $"{name}@{host}").Distinct()];
    }

    /// <summary><c>noah.brandt</c> → <c>Noah.Brandt</c>.</summary>
    private static string Capitalised(string text) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant());

    private static string FirstUpper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant();

    /// <summary><c>example.com</c> → <c>Example.COM</c>.</summary>
    private static string FirstAndLastUpper(string domain)
    {
        var dot = domain.LastIndexOf('.');
        return dot < 0 ? FirstUpper(domain) : FirstUpper(domain[..dot]) + domain[dot..].ToUpperInvariant();
    }
}
