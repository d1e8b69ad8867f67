using System.Text.RegularExpressions;
using PhoneNumbers;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Phone numbers as people write them, in the one form that Klaviyo keeps.</summary>
internal static partial class PhoneForm
{
    /// <summary>
    /// E.164, or null when the text is no number that there could be. There is no default country: half of the world's numbers would
    /// be taken for somebody else's.
    /// </summary>
    public static string? Normalise(string text)
    {
        if (!Spelling().IsMatch(text))
            return null;
        var util = PhoneNumberUtil.GetInstance();
        try
        {
            var number = util.Parse(text, defaultRegion: null);
            return util.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
                ? util.Format(number, PhoneNumberFormat.E164)
                : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>A plus sign, digits and what stands between them: no letters, no extension.</summary>
    [GeneratedRegex(@"\A\+[0-9 ().\-/\u00A0\u202F]{5,40}\z")]
    private static partial Regex Spelling();
}
