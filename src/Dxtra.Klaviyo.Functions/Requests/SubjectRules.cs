using System.Net.Mail;
using System.Text.RegularExpressions;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What an identifier may look like; phone numbers come out in E.164, whatever the spelling. Errors name the field and never repeat the value.</summary>
internal static partial class SubjectRules
{
    private const int EmailLength = 254;
    private const int ExternalIdLength = 255;

    /// <summary>The identity, or null with the reasons in <paramref name="errors"/>.</summary>
    public static SubjectIdentity? Check(SubjectInput? input, FieldErrors errors)
    {
        if (input is null or { Email: null, Phone: null, ExternalId: null, ProfileId: null })
        {
            errors.Add("subject", "Name the person by email, phone, externalId or profileId.");
            return null;
        }

        var email = Trimmed(input.Email);
        var phone = input.Phone is null ? null : PhoneForm.Normalise(input.Phone.Trim(' '));
        var externalId = Trimmed(input.ExternalId);
        var profileId = Trimmed(input.ProfileId);
        Require(email is null || IsEmail(email), "subject.email", $"This is not an e-mail address of at most {EmailLength} characters.", errors);
        Require(input.Phone is null || phone is not null, "subject.phone", "This is not a phone number with a country code. Begin it with a plus sign and the country code, such as +1 555 123 4567 or +4915112345678.", errors);
        Require(externalId is null || IsExternalId(externalId), "subject.externalId", $"An external id has 1 to {ExternalIdLength} characters and no control characters.", errors);
        Require(profileId is null || ProfileId().IsMatch(profileId), "subject.profileId", "A Klaviyo profile id has letters and digits only.", errors);
        return errors.Any ? null : new(email, phone, externalId, profileId);
    }

    private static void Require(bool condition, string field, string text, FieldErrors errors)
    {
        if (!condition)
            errors.Add(field, text);
    }

    private static string? Trimmed(string? text) => text?.Trim(' ');

    private static bool IsExternalId(string text) => text.Length is > 0 and <= ExternalIdLength && !text.Any(char.IsControl);

    /// <summary>One address and nothing else: no display name, no comment, a dot in the domain.</summary>
    private static bool IsEmail(string text) =>
        text.Length <= EmailLength
        && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '<' or '>' or '(' or ')' or ',' or ';')
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal);

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex ProfileId();
}
