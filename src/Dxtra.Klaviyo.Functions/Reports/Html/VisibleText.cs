using System.Buffers;
using System.Globalization;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Reports;

/// <summary>
/// Makes characters visible that are not there to be read but to steer: controls, and those that turn the direction of the text
/// around them. Nothing is lost, and nothing moves.
/// </summary>
internal static class VisibleText
{
    private static readonly SearchValues<char> Steering = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Where(code => code is not ('\n' or '\t')).Select(code => (char)code),
        .. Enumerable.Range(0x7F, 0x21).Select(code => (char)code),
        '\u200E', '\u200F', '\u061C', '\u2028', '\u2029', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069', '\uFEFF',
        '\uFFFE', '\uFFFF',
    ]);

    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny(Steering) < 0)
            return text;
        var visible = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (character == '\r')
                continue;
            if (!Steering.Contains(character))
                visible.Append(character);
            else if (character < 0x20)
                visible.Append((char)(0x2400 + character)); // The pictures that Unicode has for these controls.
            else
                visible.Append(CultureInfo.InvariantCulture, $"[U+{(int)character:X4}]");
        }

        return visible.ToString();
    }
}
