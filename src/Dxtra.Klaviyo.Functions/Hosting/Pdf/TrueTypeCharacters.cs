using System.Buffers.Binary;

namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>A font's map from characters to glyphs (its table <c>cmap</c>, formats 4 and 12).</summary>
internal sealed class TrueTypeCharacters
{
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly byte[] _table;

    public TrueTypeCharacters(byte[] table)
    {
        _table = table;
        var full = Find(format: 12);
        if (full != 0)
            ReadGroups(full);
        else
            ReadSegments(Find(format: 4));
    }

    public int GlyphOf(int codePoint) => _glyphs.GetValueOrDefault(codePoint);

    private int Find(int format)
    {
        for (var i = 0; i < U16(2); i++)
        {
            var (platform, offset) = (U16(4 + i * 8), U32(8 + i * 8));
            if (platform is 0 or 3 && U16(offset) == format)
                return offset;
        }

        return 0;
    }

    private void ReadGroups(int at)
    {
        for (var i = 0; i < U32(at + 12); i++)
        {
            var group = at + 16 + i * 12;
            var (first, last, glyph) = (U32(group), U32(group + 4), U32(group + 8));
            for (var c = first; c <= last; c++)
                _glyphs[c] = glyph + c - first;
        }
    }

    private void ReadSegments(int at)
    {
        var size = U16(at + 6);
        for (var i = 0; i < size; i += 2)
        {
            var (last, first) = (U16(at + 14 + i), U16(at + 16 + size + i));
            var (delta, rangeAt) = (U16(at + 16 + size * 2 + i), at + 16 + size * 3 + i);
            for (var c = first; c <= last && c != 0xFFFF; c++)
            {
                var glyph = U16(rangeAt) == 0 ? c : U16(rangeAt + U16(rangeAt) + (c - first) * 2);
                if (glyph != 0)
                    _glyphs[c] = (glyph + delta) & 0xFFFF;
            }
        }
    }

    private int U16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(_table.AsSpan(offset));

    private int U32(int offset) => (int)BinaryPrimitives.ReadUInt32BigEndian(_table.AsSpan(offset));
}
