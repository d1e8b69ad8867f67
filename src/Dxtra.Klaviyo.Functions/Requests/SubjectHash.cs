using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The subject key: HMAC-SHA256 of an identifier with a key of the controller. Lets us recognise a person without knowing them.</summary>
internal static class SubjectHash
{
    /// <summary>64 hex digits. The kind of the identifier is part of the message; e-mail addresses are folded to lower case.</summary>
    public static string Of(SubjectIdentity subject, byte[] key)
    {
        var message = subject switch
        {
            { Email: { } email } => "email:" + email.ToLowerInvariant(),
            { Phone: { } phone } => "phone:" + phone,
            { ExternalId: { } externalId } => "externalId:" + externalId,
            _ => "profileId:" + subject.ProfileId,
        };
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(message)));
    }
}
