using System.Globalization;
using System.Text;

namespace Dxtra.Klaviyo.Functions.Hosting.Pdf;

/// <summary>Characters that steer the text around them and are not to be seen: joiners, marks of direction, selectors of a variant.</summary>
internal static class Invisibles
{
    public static bool Contains(int character) =>
        character is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF) or 0x034F
        || Rune.GetUnicodeCategory(new(character)) == UnicodeCategory.Format;
}
