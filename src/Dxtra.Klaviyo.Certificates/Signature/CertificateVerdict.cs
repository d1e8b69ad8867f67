namespace Dxtra.Klaviyo.Certificates;

/// <summary>What the check of a certificate's file found.</summary>
public abstract record CertificateVerdict
{
    private CertificateVerdict()
    {
    }

    /// <summary>No byte has changed since it was signed with this key.</summary>
    /// <param name="Certificate">What it says.</param>
    /// <param name="Kid">The key's id.</param>
    /// <param name="IsPublished">The key is one of those that the issuer publishes; false: nobody has said so.</param>
    public sealed record Genuine(DeletionCertificate Certificate, string Kid, bool IsPublished) : CertificateVerdict;

    /// <summary>The file is something else.</summary>
    public sealed record NotACertificate : CertificateVerdict;

    /// <summary>It begins as a certificate and has not the form of one.</summary>
    public sealed record Malformed(string What) : CertificateVerdict;

    /// <summary>The signature does not fit: the certificate, the signature or the key in it was changed.</summary>
    public sealed record Changed(string Kid) : CertificateVerdict;

    /// <summary>The key is not one of those given.</summary>
    public sealed record UnknownKey(string Kid) : CertificateVerdict;

    /// <summary>Genuine, and from a later time: what it says, this version cannot read.</summary>
    public sealed record UnknownVersion(string Kid, int Version) : CertificateVerdict;
}
