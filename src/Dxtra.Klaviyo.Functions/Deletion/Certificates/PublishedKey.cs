using Dxtra.Klaviyo.Certificates;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A public key that certificates are, or were, signed with.</summary>
/// <param name="Generation">1 for the first key of the installation.</param>
/// <param name="Key">The key.</param>
/// <param name="Since">When it was published, which is before it signs anything.</param>
internal sealed record PublishedKey(int Generation, CertificateKey Key, DateTimeOffset Since);
