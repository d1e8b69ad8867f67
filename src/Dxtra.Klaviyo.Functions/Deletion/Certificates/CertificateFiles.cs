using System.Security.Cryptography;
using Dxtra.Klaviyo.Certificates;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Keeps the signed files, of which there is one for a run and never another.</summary>
internal sealed class CertificateFiles(ICaseFiles files)
{
    public static string IdOf(RequestWork work) => $"{work.RequestId}-{work.Run}";

    public Task<byte[]?> FindAsync(RequestWork work, CancellationToken cancellationToken) =>
        files.FindAsync(CaseNames.Certificate(work, IdOf(work)), cancellationToken);

    /// <summary>The file that is there in the end: another instance may have been faster.</summary>
    public Task<byte[]> AddAsync(RequestWork work, byte[] file, CancellationToken cancellationToken) =>
        files.AddAsync(CaseNames.Certificate(work, IdOf(work)), file, "application/json", cancellationToken);

    /// <exception cref="InvalidOperationException">The file is gone.</exception>
    public async Task<byte[]> ReadAsync(IssuedCertificate issued, CancellationToken cancellationToken) =>
        await files.FindAsync(issued.BlobName, cancellationToken) ?? throw new InvalidOperationException($"The certificate {issued.Id} is missing.");

    /// <exception cref="InvalidOperationException">Somebody changed it where it lies.</exception>
    public static CertificateVerdict.Genuine Open(byte[] file, string id) => CertificateVerifier.Verify(file) as CertificateVerdict.Genuine
        ?? throw new InvalidOperationException($"The certificate {id} is not genuine.");

    public static IssuedCertificate Stamp(RequestWork work, byte[] file)
    {
        var id = IdOf(work);
        var issuedAt = new DateTimeOffset(Open(file, id).Certificate.IssuedAt);
        return new(id, issuedAt, CaseNames.Certificate(work, id), Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}
