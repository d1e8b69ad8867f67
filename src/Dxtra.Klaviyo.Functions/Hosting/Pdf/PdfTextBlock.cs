using System.Text;

namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>A text that is broken into lines and drawn. Cleared and used again.</summary>
internal sealed class PdfTextBlock(PdfFonts fonts)
{
    /// <summary>What a single monstrous text needed is given back.</summary>
    private const int MostKept = 16 * 1024;

    private PdfGlyph[] _glyphs = new PdfGlyph[64];
    private int _count;

    public List<PdfTextLine> Lines { get; } = [];

    public PdfTextBlock Clear()
    {
        if (_glyphs.Length > MostKept)
            _glyphs = new PdfGlyph[64];
        _count = 0;
        Lines.Clear();
        return this;
    }

    public PdfTextBlock Add(string text, byte weight)
    {
        var font = fonts[weight];
        var afterReturn = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!(afterReturn && rune.Value == '\n'))
                Add(Glyph(rune, font, weight));
            afterReturn = rune.Value == '\r';
        }

        return this;
    }

    /// <summary>In thousandths of an em: the longest line if none were broken, and the longest word.</summary>
    public (int Line, int Word) Measure()
    {
        var (line, word, longestLine, longestWord) = (0, 0, 0, 0);
        foreach (var glyph in _glyphs.AsSpan(0, _count))
        {
            line = glyph.Break == PdfBreak.Hard ? 0 : line + glyph.Width;
            word = glyph.Break is PdfBreak.Hard or PdfBreak.Space ? 0 : word + glyph.Width;
            longestLine = Math.Max(longestLine, line);
            longestWord = Math.Max(longestWord, word);
        }

        return (longestLine, longestWord);
    }

    /// <summary>Breaks at spaces, else inside words after punctuation, else anywhere.</summary>
    public PdfTextBlock Break(double width, double size)
    {
        var limit = width * 1000 / size;
        var (start, space, weak, x) = (0, 0, 0, 0);
        Lines.Clear();
        for (var i = 0; i < _count; i++)
        {
            var glyph = _glyphs[i];
            var end = glyph.Break == PdfBreak.Hard ? i + 1
                : glyph.Break == PdfBreak.Space || x + glyph.Width <= limit || i == start ? -1
                : space > start ? space : weak > start ? weak : i;
            if (end >= 0)
            {
                AddLine(start, end);
                start = end;
                i = end - 1;
                x = 0;
                continue;
            }

            x += glyph.Width;
            space = glyph.Break == PdfBreak.Space ? i + 1 : space;
            weak = glyph.Break == PdfBreak.Weak ? i + 1 : weak;
        }

        if (start < _count)
            AddLine(start, _count);
        return this;
    }

    /// <param name="content">Where to.</param>
    /// <param name="first">The first line.</param>
    /// <param name="count">How many lines.</param>
    /// <param name="x">The left edge; the right one for a text that is set to the right.</param>
    /// <param name="top">The top of the first line.</param>
    /// <param name="style">How.</param>
    /// <param name="right">Whether it is set to the right.</param>
    public void Draw(PdfBuffer content, int first, int count, double x, double top, PdfTextStyle style, bool right = false)
    {
        content.Append($"BT {style.Color} rg\n");
        var weight = byte.MaxValue;
        for (var i = 0; i < count; i++)
        {
            var line = Lines[first + i];
            var left = right ? x - line.Width * style.Size / 1000 : x;
            content.Append($"1 0 0 1 {left} {top - style.Rise - i * style.Leading} Tm\n");
            for (var at = line.Start; at < line.End;)
            {
                if (_glyphs[at].Weight != weight)
                    content.Append($"/F{weight = _glyphs[at].Weight} {style.Size} Tf\n");
                at = Show(content, at, line.End, weight);
            }
        }

        content.Ascii("ET\n");
    }

    /// <summary>Shows what is of one weight, and says where the next weight begins.</summary>
    private int Show(PdfBuffer content, int at, int end, byte weight)
    {
        content.Ascii("(");
        for (; at < end && _glyphs[at].Weight == weight; at++)
        {
            content.StringByte((byte)(_glyphs[at].Code >> 8));
            content.StringByte((byte)_glyphs[at].Code);
        }

        content.Ascii(")Tj\n");
        return at;
    }

    private void AddLine(int start, int end)
    {
        var (width, seen) = (0, 0);
        foreach (var glyph in _glyphs.AsSpan(start..end))
        {
            width += glyph.Width;
            seen = glyph.Break is PdfBreak.Space or PdfBreak.Hard ? seen : width;
        }

        Lines.Add(new(start, end, seen));
    }

    private void Add(PdfGlyph glyph)
    {
        if (_count == _glyphs.Length)
            Array.Resize(ref _glyphs, _count * 2);
        _glyphs[_count++] = glyph;
    }

    private static PdfGlyph Glyph(Rune rune, PdfFont font, byte weight)
    {
        var kind = PdfBreaks.Of(rune);
        var shown = kind == PdfBreak.Hard || rune.Value == '\t' ? new(' ') : Rune.IsControl(rune) ? Rune.ReplacementChar : rune;
        var code = font.CodeOf(shown);
        return new(code, (ushort)font.WidthOf(code), weight, kind);
    }
}
