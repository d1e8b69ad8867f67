using Dxtra.Klaviyo.Certificates;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A set of keys by RFC 7517.</summary>
internal sealed record KeySet(IReadOnlyList<KeySet.Entry> Keys)
{
    public static KeySet Of(IEnumerable<PublishedKey> keys) => new([.. keys.Select(key => Entry.Of(key.Key))]);

    internal sealed record Entry(string Kty, string Crv, string X, string Y, string Kid, string Alg, string Use)
    {
        public static Entry Of(CertificateKey key) => new(key.Kty, key.Crv, key.X, key.Y, key.Kid, "ES256", "sig");
    }
}
