using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Checks an access request and names every field that is wrong.</summary>
internal static class AccessRequestRules
{
    private const int NoteLength = 4_000;

    /// <summary>Far beyond any deadline; what lies further back is a mistake, and tables keep no time before 1601.</summary>
    private const int OldestYears = 10;

    /// <summary>A caller's clock may be a little ahead of ours.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>The order, or null with the reasons in <paramref name="errors"/>.</summary>
    public static AccessOrder? Check(AccessRequestBody body, DateTimeOffset now, FieldErrors errors)
    {
        var subject = SubjectRules.Check(body.Subject, errors);
        var (formats, regulation, receivedAt) = CheckTerms(body, now, errors);
        FreeText.Check(body.Note, NoteLength, "note", errors);
        return errors.Any ? null : new(subject!, formats, regulation!, receivedAt, body.Note) { Passphrase = body.Passphrase };
    }

    /// <summary>What is asked for, whoever it is about.</summary>
    public static (IReadOnlyList<string> Formats, Regulation? Regulation, DateTimeOffset ReceivedAt) CheckTerms(
        AccessRequestBody body, DateTimeOffset now, FieldErrors errors)
    {
        var formats = CheckFormats(body.Formats, errors);
        var regulation = CheckRegulation(body.Regulation, errors);
        var receivedAt = body.ReceivedAt ?? now;
        if (receivedAt > now + ClockTolerance)
            errors.Add("receivedAt", "A request cannot have been received in the future.");
        if (receivedAt < now.AddYears(-OldestYears))
            errors.Add("receivedAt", $"A request that was received more than {OldestYears} years ago is not taken.");
        if (body.Passphrase is { } passphrase && !Passphrases.IsGood(passphrase))
            errors.Add("passphrase", Passphrases.Rule);
        return (formats, regulation, receivedAt);
    }

    private static List<string> CheckFormats(IReadOnlyList<string>? formats, FieldErrors errors)
    {
        var asked = formats is null or [] ? [ExportFormats.Json] : formats.Distinct(StringComparer.Ordinal).ToList();
        if (asked.Any(format => !ExportFormats.All.Contains(format)))
            errors.Add("formats", $"This format is not known. Available: {string.Join(", ", ExportFormats.All)}.");
        return asked;
    }

    private static Regulation? CheckRegulation(string? id, FieldErrors errors)
    {
        if (!Regulations.TryFind(id ?? Regulations.Default, out var regulation))
            errors.Add("regulation", $"This regulation is not known. Available: {string.Join(", ", Regulations.Ids)}.");
        return regulation;
    }
}
