using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Certificates;

/// <summary>Base64url of which there is one form only: no padding, and no bits in the last character that mean nothing.</summary>
internal static class StrictBase64Url
{
    /// <summary>Null for what is not the one form.</summary>
    public static byte[]? Decode(string text)
    {
        try
        {
            var bytes = Base64UrlEncoder.DecodeBytes(text);
            return Base64UrlEncoder.Encode(bytes) == text ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
