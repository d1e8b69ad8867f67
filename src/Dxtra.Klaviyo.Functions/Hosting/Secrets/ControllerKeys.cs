using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>
/// The keys of one controller, derived (HKDF-SHA256) from one secret of 32 random bytes: one for keyed hashes of
/// identifiers, one for encryption. Two controllers' hashes of one person cannot be compared.
/// </summary>
internal sealed class ControllerKeys(ISecretStore secrets)
{
    private readonly ConcurrentDictionary<string, byte[]> _roots = new(StringComparer.Ordinal);

    public Task<byte[]> HashingAsync(string controller, CancellationToken cancellationToken) =>
        DeriveAsync(controller, "subject-key", cancellationToken);

    public Task<byte[]> EncryptionAsync(string controller, CancellationToken cancellationToken) =>
        DeriveAsync(controller, "subject-encryption", cancellationToken);

    private async Task<byte[]> DeriveAsync(string controller, string purpose, CancellationToken cancellationToken)
    {
        if (!_roots.TryGetValue(controller, out var root))
        {
            var secret = await secrets.GetOrAddAsync(NameOf(controller), NewSecret, cancellationToken);
            root = _roots[controller] = Convert.FromBase64String(secret);
        }

        return HKDF.DeriveKey(HashAlgorithmName.SHA256, root, 32, info: Encoding.UTF8.GetBytes(purpose));
    }

    private static string NewSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>A DID has characters that a secret's name may not have, so the name carries its hash.</summary>
    private static string NameOf(string controller) => $"controller-{ControllerTag.Of(controller)}";
}
