using System.Security.Cryptography;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Names messages by their content and seals them, with the keys of the controller.</summary>
internal sealed class InboxSeal(ControllerKeys keys)
{
    public async Task<string> IdOfAsync(string controller, InboxKind kind, byte[] content, CancellationToken cancellationToken)
    {
        var key = await keys.HashingAsync(controller, cancellationToken);
        return InboxNames.IdOf(kind, Convert.ToHexStringLower(HMACSHA256.HashData(key, content)));
    }

    public async Task<byte[]> SealAsync(InboxItem item, byte[] content, CancellationToken cancellationToken)
    {
        var key = await keys.EncryptionAsync(item.ControllerDid, cancellationToken);
        return SubjectCipher.Seal(content, OwnerOf(item), key);
    }

    /// <exception cref="CryptographicException">The content is not what was sealed for this message.</exception>
    public async Task<byte[]> OpenAsync(InboxItem item, byte[] sealedContent, CancellationToken cancellationToken)
    {
        var key = await keys.EncryptionAsync(item.ControllerDid, cancellationToken);
        return SubjectCipher.Open(sealedContent, OwnerOf(item), key);
    }

    /// <summary>The state is not part of it: a message is moved as it is.</summary>
    private static string OwnerOf(InboxItem item) => $"inbox/{item.ProcessorId}/{item.Id}";
}
