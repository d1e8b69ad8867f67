namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>A form of an identifier that a colleague recognises and a stranger cannot use.</summary>
internal static class SubjectMask
{
    /// <summary>The first identifier given, masked.</summary>
    public static string Of(SubjectIdentity subject) => subject switch
    {
        { Email: { } email } => Email(email),
        { Phone: { } phone } => Tail(phone, 2),
        { ExternalId: { } externalId } => Tail(externalId, 2),
        { ProfileId: { } profileId } => Tail(profileId, 4),
        _ => "",
    };

    /// <summary><c>ada@example.com</c> → <c>a***@e***.com</c>.</summary>
    public static string Email(string email)
    {
        var at = email.LastIndexOf('@');
        var dot = email.LastIndexOf('.');
        return at < 1 || dot < at ? "***" : $"{email[0]}***@{email[at + 1]}***{email[dot..]}";
    }

    private static string Tail(string text, int shown) => text.Length <= shown * 2 ? "***" : "***" + text[^shown..];
}
