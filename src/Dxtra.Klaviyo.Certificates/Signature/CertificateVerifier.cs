using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Certificates;

/// <summary>Checks the file of a certificate without a network. Fails closed: what is not exactly as it was made is not genuine.</summary>
public static class CertificateVerifier
{
    /// <param name="file">All bytes of the file.</param>
    /// <param name="published">The issuer's keys; null: the key in the file is taken, and somebody else has to say whose it is.</param>
    public static CertificateVerdict Verify(ReadOnlyMemory<byte> file, JsonWebKeySet? published = null)
    {
        if (!CertificateFile.Begins(file.Span))
            return new CertificateVerdict.NotACertificate();
        if (CertificateFile.Split(file) is not { } parts)
            return new CertificateVerdict.Malformed("the parts of the file are not where they belong");
        if (CertificateHeader.KeyOf(parts.Header) is not { } key)
            return new CertificateVerdict.Malformed("the header of the signature is not one of a certificate");
        if (StrictBase64Url.Decode(parts.Signature) is not { } signature)
            return new CertificateVerdict.Malformed("the signature is not base64url");
        if (published is not null && !Holds(published, key.Kid))
            return new CertificateVerdict.UnknownKey(key.Kid);

        using var ecdsa = key.ToECDsa();
        if (ecdsa is null)
            return new CertificateVerdict.Malformed("the key is no key on P-256");
        return Es256.Verify(ecdsa, CertificateHeader.SigningInput(parts.Header, parts.Payload.Span), signature)
            ? Read(parts.Payload, key.Kid, published is not null)
            : new CertificateVerdict.Changed(key.Kid);
    }

    /// <summary>By thumbprint, whatever id the set gives to a key: two keys of one thumbprint are one key.</summary>
    private static bool Holds(JsonWebKeySet published, string kid) => published.Keys.Any(key =>
        key is { Kty: { } kty, Crv: { } crv, X: { } x, Y: { } y } && new CertificateKey(crv, kty, x, y).Kid == kid);

    private static CertificateVerdict Read(ReadOnlyMemory<byte> payload, string kid, bool isPublished)
    {
        try
        {
            var version = CertificateJson.VersionOf(payload);
            return version == DeletionCertificate.CurrentVersion
                ? new CertificateVerdict.Genuine(CertificateJson.Read(payload), kid, isPublished)
                : new CertificateVerdict.UnknownVersion(kid, version);
        }
        catch (JsonException)
        {
            return new CertificateVerdict.Malformed("it is signed, and does not say what a certificate says");
        }
    }
}
