using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Functions.Embedded.Durable;

internal static class DeterministicGuid
{
    private static readonly Guid Namespace = new("5b2f8f7e-6a0c-4d7b-9d0a-2f1c3a7e9b46");

    /// <summary>A version 5 UUID (RFC 9562, section 5.5) of <paramref name="name"/>.</summary>
    public static Guid Create(string name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        HashOf([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

#pragma warning disable CA5350 // Version 5 is made with SHA-1; nothing secret depends on it.
    private static void HashOf(byte[] source, Span<byte> hash) => SHA1.HashData(source, hash);
#pragma warning restore CA5350
}
