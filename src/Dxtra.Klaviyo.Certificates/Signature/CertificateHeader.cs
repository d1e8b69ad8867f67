using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Certificates;

/// <summary>The protected header. It carries the public key, so that a certificate can be checked without a network.</summary>
internal sealed record CertificateHeader(string Alg, string Typ, string Kid, CertificateKey Jwk)
{
    private const string Type = "dxtra-deletion-certificate+jws";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The header of what this key signs, base64url. There is one form of it.</summary>
    public static string Of(CertificateKey key) => Base64UrlEncoder.Encode(
        JsonSerializer.SerializeToUtf8Bytes(new CertificateHeader(SecurityAlgorithms.EcdsaSha256, Type, key.Kid, key), Json));

    /// <summary>
    /// The key in a header; null for any header that we would not have written for it: another algorithm, a key id that is not the key's
    /// thumbprint, an entry more.
    /// </summary>
    public static CertificateKey? KeyOf(string header)
    {
        try
        {
            return StrictBase64Url.Decode(header) is { } bytes
                && JsonSerializer.Deserialize<CertificateHeader>(bytes, Json)?.Jwk is { Crv: not null, Kty: not null, X: not null, Y: not null } key
                && Of(key) == header
                ? key
                : null;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What the signature is over.</summary>
    public static byte[] SigningInput(string header, ReadOnlySpan<byte> payload) =>
        Encoding.ASCII.GetBytes($"{header}.{Base64UrlEncoder.Encode(payload.ToArray())}");
}
