using System.Buffers.Binary;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>What a PDF needs to know of a TrueType font file (https://learn.microsoft.com/typography/opentype/spec).</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];
    private readonly TrueTypeCharacters _characters;
    private readonly int _advances;
    private readonly bool _longOffsets;

    public TrueTypeFont(byte[] file)
    {
        _file = file;
        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + i * 16;
            _tables[Encoding.ASCII.GetString(file, entry, 4)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }

        _characters = new(Table("cmap").ToArray());
        _advances = Word("hhea", 34);
        _longOffsets = Word("head", 50) == 1;
        UnitsPerEm = Word("head", 18);
    }

    public int UnitsPerEm { get; }

    /// <summary>In thousandths of an em, as all of these.</summary>
    public int Ascent => Scaled((short)Word("hhea", 4));

    public int Descent => Scaled((short)Word("hhea", 6));

    public int CapHeight => Scaled((short)Word("OS/2", 88));

    public IReadOnlyList<int> Box => [.. Enumerable.Range(0, 4).Select(i => Scaled((short)Word("head", 36 + i * 2)))];

    /// <summary>0 when the font has no glyph for it.</summary>
    public int GlyphOf(int codePoint) => _characters.GlyphOf(codePoint);

    public int WidthOf(int glyph) => Scaled(Advance(glyph));

    public int Advance(int glyph) => Word("hmtx", Math.Min(glyph, _advances - 1) * 4);

    public int LeftBearing(int glyph) => (short)Word("hmtx", glyph < _advances ? glyph * 4 + 2 : _advances * 4 + (glyph - _advances) * 2);

    /// <summary>The outline's description; empty for a blank.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var (from, to) = (OutlineOffset(glyph), OutlineOffset(glyph + 1));
        return Table("glyf")[from..to];
    }

    public bool Has(string table) => _tables.ContainsKey(table);

    public ReadOnlySpan<byte> Table(string name)
    {
        var (offset, length) = _tables[name];
        return _file.AsSpan(offset, length);
    }

    private int OutlineOffset(int glyph) =>
        _longOffsets ? (int)BinaryPrimitives.ReadUInt32BigEndian(Table("loca")[(glyph * 4)..]) : Word("loca", glyph * 2) * 2;

    private int Scaled(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm);

    private int Word(string table, int offset) => BinaryPrimitives.ReadUInt16BigEndian(Table(table)[offset..]);

    private int U16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(offset));

    private uint U32(int offset) => BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(offset));
}
