using System.IO.Compression;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>A page that waits in memory for the next who looks through it: rows of one kind are so alike that little of them is left.</summary>
internal static class PackedPage
{
    private const byte LineFeed = (byte)'\n';

    public static byte[] Of(PartPage page)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var row in page.Rows)
            {
                packing.Write(row.Span);
                packing.WriteByte(LineFeed);
            }
        }

        return packed.ToArray();
    }

    public static PartPage Unpack(byte[] packed)
    {
        using var unpacked = new MemoryStream();
        using (var unpacking = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
            unpacking.CopyTo(unpacked);
        var rows = new List<ReadOnlyMemory<byte>>();
        for (ReadOnlyMemory<byte> rest = unpacked.ToArray(); rest.Span.IndexOf(LineFeed) is >= 0 and var end; rest = rest[(end + 1)..])
            rows.Add(rest[..end]);
        return new(rows);
    }
}
