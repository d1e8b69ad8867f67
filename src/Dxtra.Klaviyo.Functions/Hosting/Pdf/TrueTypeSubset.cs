using System.Buffers.Binary;

namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>
/// Makes a font file of chosen glyphs, which are numbered anew in the order they are asked for. A glyph may be asked for twice:
/// each character then has one of its own, and copying text gives back the right one.
/// </summary>
internal sealed class TrueTypeSubset
{
    /// <summary>A glyph without outline or width, for characters that are not to be seen.</summary>
    public const int Invisible = -1;

    private const int ArgumentsAreWords = 0x1, HasScale = 0x8, MoreComponents = 0x20, HasTwoScales = 0x40, HasMatrix = 0x80;

    private readonly TrueTypeFont _font;
    private readonly List<int> _glyphs;
    private readonly Dictionary<int, int> _components = [];

    private TrueTypeSubset(TrueTypeFont font, IEnumerable<int> glyphs)
    {
        _font = font;
        _glyphs = [.. glyphs];
    }

    /// <param name="font">Where the glyphs come from.</param>
    /// <param name="glyphs">Their numbers there, from number 0 on.</param>
    public static byte[] Of(TrueTypeFont font, IEnumerable<int> glyphs) => new TrueTypeSubset(font, glyphs).Build();

    private byte[] Build()
    {
        using var outlines = new MemoryStream();
        using var offsets = new MemoryStream();
        using var metrics = new MemoryStream();
        for (var i = 0; i < _glyphs.Count; i++)
        {
            WriteU32(offsets, (uint)outlines.Length);
            outlines.Write(OutlineOf(_glyphs[i]));
            while (outlines.Length % 4 != 0)
                outlines.WriteByte(0);
            WriteU16(metrics, _glyphs[i] == Invisible ? 0 : _font.Advance(_glyphs[i]));
            WriteU16(metrics, _glyphs[i] == Invisible ? 0 : _font.LeftBearing(_glyphs[i]));
        }

        WriteU32(offsets, (uint)outlines.Length);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.ToArray(),
            ["head"] = Patched("head", (50, 1)),
            ["hhea"] = Patched("hhea", (34, _glyphs.Count)),
            ["hmtx"] = metrics.ToArray(),
            ["loca"] = offsets.ToArray(),
            ["maxp"] = Patched("maxp", (4, _glyphs.Count)),
        };
        foreach (var hints in (string[])["cvt ", "fpgm", "prep"])
            if (_font.Has(hints))
                tables[hints] = _font.Table(hints).ToArray();
        return TrueTypeFile.Of(tables);
    }

    /// <summary>An outline made of others names them by their numbers, which are new here.</summary>
    private byte[] OutlineOf(int glyph)
    {
        if (glyph == Invisible)
            return [];
        var outline = _font.Outline(glyph).ToArray();
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return outline;
        var at = 10;
        for (var flags = MoreComponents; (flags & MoreComponents) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var component = outline.AsSpan(at + 2);
            BinaryPrimitives.WriteUInt16BigEndian(component, (ushort)ComponentOf(BinaryPrimitives.ReadUInt16BigEndian(component)));
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }

        return outline;
    }

    private int ComponentOf(int glyph)
    {
        if (_components.TryGetValue(glyph, out var number))
            return number;
        _glyphs.Add(glyph);
        return _components[glyph] = _glyphs.Count - 1;
    }

    private byte[] Patched(string table, (int Offset, int Value) patch)
    {
        var bytes = _font.Table(table).ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(patch.Offset), (ushort)patch.Value);
        return bytes;
    }

    private static void WriteU16(MemoryStream stream, int value) => stream.Write([(byte)(value >> 8), (byte)value]);

    private static void WriteU32(MemoryStream stream, uint value)
    {
        WriteU16(stream, (int)(value >> 16));
        WriteU16(stream, (int)(value & 0xFFFF));
    }
}
