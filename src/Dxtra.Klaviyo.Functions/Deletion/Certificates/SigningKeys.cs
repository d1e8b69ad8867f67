using System.Security.Cryptography;
using Dxtra.Klaviyo.Certificates;
using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// The keys that sign certificates, of which one is current. The private half lies in the secret store, by generation, so that instances
/// that make one at the same time make the same; the public half is published before it signs. When a key is too old, or its private
/// half is lost, the next generation takes over.
/// </summary>
internal sealed class SigningKeys(ISecretStore secrets, IPublishedKeyStore published, IOptions<CertificateOptions> options, TimeProvider time)
{
    /// <summary>The caller disposes of it.</summary>
    public async Task<ECDsa> CurrentAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var newest = await published.ReadAsync(cancellationToken) is [.., var last] ? last : null;
            if (newest is not null && time.GetUtcNow() < newest.Since + options.Value.KeyLifetime
                && await FindAsync(newest, cancellationToken) is { } current)
            {
                return current;
            }

            await PublishAsync((newest?.Generation ?? 0) + 1, cancellationToken);
        }
    }

    /// <summary>Null when the private half of the published key is not there.</summary>
    private async Task<ECDsa?> FindAsync(PublishedKey key, CancellationToken cancellationToken)
    {
        if (await secrets.FindAsync(NameOf(key.Generation), cancellationToken) is not { } secret)
            return null;
        var found = Open(secret);
        if (CertificateKey.Of(found) == key.Key)
            return found;
        found.Dispose();
        return null;
    }

    private async Task PublishAsync(int generation, CancellationToken cancellationToken)
    {
        using var key = Open(await secrets.GetOrAddAsync(NameOf(generation), NewSecret, cancellationToken));
        await published.AddAsync(new(generation, CertificateKey.Of(key), time.GetUtcNow()), cancellationToken);
    }

    private static string NameOf(int generation) => $"certificate-key-{generation}";

    private static string NewSecret()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }

    private static ECDsa Open(string secret)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(secret), out _);
        return key;
    }
}
