using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>Puts the tables of a font together into a file.</summary>
internal static class TrueTypeFile
{
    private const int EntryBytes = 16, HeaderBytes = 12;

    public static byte[] Of(SortedDictionary<string, byte[]> tables)
    {
        var file = new byte[HeaderBytes + tables.Count * EntryBytes + tables.Values.Sum(table => Padded(table.Length))];
        var power = BitOperations.Log2((uint)tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        Word(file, 4, tables.Count);
        Word(file, 6, 16 << power);
        Word(file, 8, power);
        Word(file, 10, tables.Count * 16 - (16 << power));
        var (entry, place) = (HeaderBytes, HeaderBytes + tables.Count * EntryBytes);
        foreach (var (name, table) in tables)
        {
            table.CopyTo(file, place);
            Encoding.ASCII.GetBytes(name, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Sum(file.AsSpan(place, Padded(table.Length))));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 8), place);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 12), table.Length);
            entry += EntryBytes;
            place += Padded(table.Length);
        }

        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Sum(ReadOnlySpan<byte> table)
    {
        var sum = 0u;
        for (var i = 0; i < table.Length; i += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(table[i..]));
        return sum;
    }

    private static void Word(byte[] file, int offset, int value) => BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(offset), (ushort)value);
}
