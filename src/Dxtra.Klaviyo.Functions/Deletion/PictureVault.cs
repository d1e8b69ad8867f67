using System.Text;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Keeps pictures sealed with the controller's key, each bound to its place.</summary>
internal sealed class PictureVault(ICaseFiles files, ControllerKeys keys)
{
    public async Task WriteAsync(RequestWork work, int number, ErasurePicture picture, CancellationToken cancellationToken)
    {
        var name = CaseNames.Picture(work, number);
        var text = SubjectCipher.Encrypt(picture, name, await keys.EncryptionAsync(work.ControllerDid, cancellationToken));
        await files.WriteAsync(name, Encoding.ASCII.GetBytes(text), "text/plain", cancellationToken);
    }

    /// <exception cref="InvalidOperationException">There is none of that number, or its retention has ended.</exception>
    public async Task<ErasurePicture> ReadAsync(RequestWork work, int number, CancellationToken cancellationToken)
    {
        var name = CaseNames.Picture(work, number);
        var text = await files.FindAsync(name, cancellationToken) ?? throw new InvalidOperationException($"The request {work.RequestId} has no picture {number}.");
        return SubjectCipher.Decrypt<ErasurePicture>(Encoding.ASCII.GetString(text), name, await keys.EncryptionAsync(work.ControllerDid, cancellationToken));
    }
}
