using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Certificates;

/// <summary>The public half of a key that signs certificates: a point on P-256.</summary>
/// <param name="Crv">The curve.</param>
/// <param name="Kty">The kind of key.</param>
/// <param name="X">32 bytes, base64url.</param>
/// <param name="Y">32 bytes, base64url.</param>
public sealed record CertificateKey(string Crv, string Kty, string X, string Y)
{
    private const int CoordinateLength = 32;

    /// <summary>Its thumbprint by RFC 7638, which is its id: whoever has the key can work it out.</summary>
    [JsonIgnore]
    public string Kid => Base64UrlEncoder.Encode(
        new JsonWebKey { Kty = Kty, Crv = Crv, X = X, Y = Y }.ComputeJwkThumbprint());

    public static CertificateKey Of(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new(
            JsonWebKeyECTypes.P256, JsonWebAlgorithmsKeyTypes.EllipticCurve, Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
    }

    /// <summary>A key to check signatures with; null when this is no point on P-256.</summary>
    public ECDsa? ToECDsa()
    {
        if (Crv != JsonWebKeyECTypes.P256 || Kty != JsonWebAlgorithmsKeyTypes.EllipticCurve
            || StrictBase64Url.Decode(X) is not { Length: CoordinateLength } x || StrictBase64Url.Decode(Y) is not { Length: CoordinateLength } y)
        {
            return null;
        }

        try
        {
            return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } });
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
