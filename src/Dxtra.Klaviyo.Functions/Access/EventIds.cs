using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A set of event ids, 16 bytes each: short ids as they are, longer ones as the first half of their SHA-256.</summary>
internal sealed class EventIds
{
    private const int Short = 15;

    private readonly HashSet<UInt128> _ids = [];

    public void Add(string id) => _ids.Add(Of(id));

    public bool Contains(string id) => _ids.Contains(Of(id));

    private static UInt128 Of(string id)
    {
        Span<byte> bytes = stackalloc byte[32];
        bytes.Clear();
        if (Encoding.UTF8.GetByteCount(id) <= Short)
            bytes[Short] = (byte)Encoding.UTF8.GetBytes(id, bytes);
        else
            SHA256.HashData(Encoding.UTF8.GetBytes(id), bytes);
        return BinaryPrimitives.ReadUInt128LittleEndian(bytes);
    }
}
