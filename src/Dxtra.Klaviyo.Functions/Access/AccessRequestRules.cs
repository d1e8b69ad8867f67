using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Checks an access request and names every field that is wrong.</summary>
internal static class AccessRequestRules
{
    /// <summary>The order, or null with the reasons in <paramref name="errors"/>.</summary>
    public static AccessOrder? Check(AccessRequestBody body, DateTimeOffset now, FieldErrors errors)
    {
        var subject = SubjectRules.Check(body.Subject, errors);
        var (formats, terms) = CheckTerms(body, now, errors);
        RequestTerms.CheckNote(body.Note, errors);
        return errors.Any ? null : new(subject!, formats, terms!.Regulation, terms.ReceivedAt, body.Note) { Passphrase = body.Passphrase };
    }

    /// <summary>What is asked for, whoever it is about.</summary>
    public static (IReadOnlyList<string> Formats, RequestTerms? Terms) CheckTerms(AccessRequestBody body, DateTimeOffset now, FieldErrors errors)
    {
        var formats = CheckFormats(body.Formats, errors);
        var terms = RequestTerms.Check(body.Regulation, body.ReceivedAt, now, errors);
        if (body.Passphrase is { } passphrase && !Passphrases.IsGood(passphrase))
            errors.Add("passphrase", Passphrases.Rule);
        return (formats, terms);
    }

    private static List<string> CheckFormats(IReadOnlyList<string>? formats, FieldErrors errors)
    {
        var asked = formats is null or [] ? [ExportFormats.Json] : formats.Distinct(StringComparer.Ordinal).ToList();
        if (asked.Any(format => !ExportFormats.All.Contains(format)))
            errors.Add("formats", $"This format is not known. Available: {string.Join(", ", ExportFormats.All)}.");
        return asked;
    }
}
