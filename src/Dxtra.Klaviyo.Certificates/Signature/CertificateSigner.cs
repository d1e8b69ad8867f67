using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Dxtra.Klaviyo.Certificates;

/// <summary>Makes the file of a certificate.</summary>
public static class CertificateSigner
{
    public static byte[] Sign(DeletionCertificate certificate, ECDsa key) => Sign(CertificateJson.Write(certificate), key);

    internal static byte[] Sign(byte[] payload, ECDsa key)
    {
        var header = CertificateHeader.Of(CertificateKey.Of(key));
        var signature = Es256.Sign(key, CertificateHeader.SigningInput(header, payload));
        return CertificateFile.Join(new(payload, header, Base64UrlEncoder.Encode(signature)));
    }
}
