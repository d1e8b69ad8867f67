using System.Text;

namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>Where lines may end.</summary>
internal static class PdfBreaks
{
    /// <summary>Scripts that write without spaces begin here.</summary>
    private const int EastAsian = 0x2E80;

    public static PdfBreak Of(Rune rune) => rune.Value switch
    {
        '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029 => PdfBreak.Hard,
        ' ' or '\t' or 0x1680 or (>= 0x2000 and <= 0x200A and not 0x2007) or 0x205F or 0x3000 => PdfBreak.Space,
        '-' or '/' or '?' or '&' or '=' or '_' or '.' or ',' or ';' or ':' or '@' or '+' or '|' or 0x200B or >= EastAsian => PdfBreak.Weak,
        _ => PdfBreak.None,
    };
}
