using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Puts an apostrophe before what a spreadsheet would run as a formula. CsvHelper's own guard looks at the first character only and
/// would mark every negative number; plain numbers run nothing and stay. A phone number is marked: it would lose its plus and be
/// rounded otherwise.
/// </summary>
internal static partial class CsvFormulas
{
    private const char Mark = '\'';

    /// <summary>With their full-width and small forms, which some spreadsheets read as the same.</summary>
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@＝＋－＠﹦﹢﹣﹫");

    private static readonly SearchValues<char> Quotes = SearchValues.Create("'\"`´‘’‚“”„«»＂＇");

    public static string Defuse(string text) => IsFormula(text) ? Mark + text : text;

    private static bool IsFormula(string text) =>
        text.Length > 0 && (text[0] is '\t' or '\r' or '\n' || Starts.Contains(FirstOf(text))) && !Number().IsMatch(text);

    /// <summary>The first character behind everything that may be dropped or not be seen.</summary>
    private static char FirstOf(string text) => text.FirstOrDefault(letter =>
        !char.IsWhiteSpace(letter) && !char.IsControl(letter) && !Quotes.Contains(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format);

    [GeneratedRegex(@"\A-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?\z")]
    private static partial Regex Number();
}
