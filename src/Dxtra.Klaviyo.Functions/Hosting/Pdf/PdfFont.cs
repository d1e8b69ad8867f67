using System.Security.Cryptography;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>
/// A font as a document uses it: each character has a code of its own, given at its first use, so that copying, searching and
/// reading aloud get the true character. One that the font has no glyph for shows as a box.
/// </summary>
/// <param name="font">The font file.</param>
/// <param name="name">Its PostScript name.</param>
internal sealed class PdfFont(TrueTypeFont font, string name)
{
    /// <summary>Codes have 16 bits, and the glyphs that others are made of need some too.</summary>
    private const int MostCodes = 60_000;

    private readonly ushort[] _codes = new ushort[char.MaxValue + 1];
    private readonly Dictionary<int, ushort> _farCodes = [];
    private readonly List<int> _characters = [Rune.ReplacementChar.Value];
    private readonly List<int> _glyphs = [0];
    private readonly List<ushort> _widths = [(ushort)font.WidthOf(0)];
    private readonly int _box = font.GlyphOf('\u25A1') is var box and not 0 ? box : font.GlyphOf('?');

    public ushort CodeOf(Rune character)
    {
        var value = character.Value;
        ref var near = ref _codes[character.IsBmp ? value : 0];
        if (character.IsBmp)
            return near != 0 ? near : near = Give(value);
        return _farCodes.TryGetValue(value, out var code) ? code : _farCodes[value] = Give(value);
    }

    /// <summary>In thousandths of an em.</summary>
    public int WidthOf(ushort code) => _widths[code];

    /// <summary>Writes what was used of the font, once no more text comes.</summary>
    public void WriteTo(PdfFile file, PdfId id)
    {
        var bytes = TrueTypeSubset.Of(font, _glyphs);
        var (program, characters) = (file.Reserve(), file.Reserve());
        file.AddStream(program, $"/Length1 {bytes.Length}", bytes);
        file.AddStream(characters, "", CharactersMap().Written);
        var subset = $"{Tag(bytes)}+{name}";
        var box = string.Join(' ', font.Box);
        var descriptor = file.Add(
            $"<</Type/FontDescriptor/FontName/{subset}/Flags 4/FontBBox[{box}]/ItalicAngle 0/Ascent {font.Ascent}/Descent {font.Descent}/CapHeight {font.CapHeight}/StemV 80/FontFile2 {program}>>");
        var widths = string.Join(' ', _widths);
        var descendant = file.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{subset}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor}/CIDToGIDMap/Identity/W[0[{widths}]]>>");
        file.Add(id, $"<</Type/Font/Subtype/Type0/BaseFont/{subset}/Encoding/Identity-H/DescendantFonts[{descendant}]/ToUnicode {characters}>>");
    }

    private ushort Give(int character)
    {
        if (_glyphs.Count >= MostCodes)
            return CodeOf(Rune.ReplacementChar);
        var glyph = Invisibles.Contains(character) ? TrueTypeSubset.Invisible : font.GlyphOf(character) is var found and not 0 ? found : _box;
        _characters.Add(character);
        _glyphs.Add(glyph);
        _widths.Add((ushort)(glyph == TrueTypeSubset.Invisible ? 0 : font.WidthOf(glyph)));
        return (ushort)(_glyphs.Count - 1);
    }

    private PdfBuffer CharactersMap()
    {
        const int most = 100;
        var map = new PdfBuffer();
        map.Append($"/CIDInit/ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n");
        map.Append($"/CMapName/Adobe-Identity-UCS def /CMapType 2 def\n1 begincodespacerange <0000><FFFF> endcodespacerange\n");
        for (var start = 1; start < _characters.Count; start += most)
        {
            var end = Math.Min(start + most, _characters.Count);
            map.Append($"{end - start} beginbfchar\n");
            for (var code = start; code < end; code++)
                map.Append($"<{code.ToString("X4")}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(new Rune(_characters[code]).ToString()))}>\n");
            map.Ascii("endbfchar\n");
        }

        map.Ascii("endcmap CMapName currentdict /CMap defineresource pop end end\n");
        return map;
    }

    /// <summary>Six letters that name the subset.</summary>
    private static string Tag(byte[] bytes) => string.Concat(SHA256.HashData(bytes).Take(6).Select(part => (char)('A' + part % 26)));
}
