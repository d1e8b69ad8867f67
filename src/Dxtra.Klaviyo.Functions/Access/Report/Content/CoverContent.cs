using System.Globalization;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Whose data, from where, when, and what follows.</summary>
internal static class CoverContent
{
    public static ReportCover Of(ReportContext report, IReadOnlyList<IReportChapter> chapters)
    {
        var (texts, document) = (report.Texts, report.Source.Document);
        var company = ("company", report.Company);
        return new(
            texts.Language,
            texts.Of("cover.title", company),
            report.IsSupplement
                ? texts.Count("cover.supplement", document.Look, company)
                : texts.Of("cover.subtitle", company),
            [.. FactsOf(report)],
            texts["cover.contents"],
            [.. chapters.Select(chapter => new ReportChapter(texts[$"chapter.{chapter.Key}"], chapter.Anchor))],
            texts.Of("cover.footer", ("id", document.Request.Id), ("day", report.Format.Day(document.GeneratedAt))));
    }

    private static IEnumerable<ReportFact> FactsOf(ReportContext report)
    {
        var (texts, document) = (report.Texts, report.Source.Document);
        var (subject, request, account) = (document.Subject, document.Request, document.Processor.Account);
        (string Name, string? Value)[] given =
            [("email", subject.Email), ("phone", subject.Phone), ("externalId", subject.ExternalId), ("profileId", subject.ProfileId)];
        foreach (var (name, value) in given.Where(identifier => identifier.Value is not null))
            yield return new(texts[$"identifier.{name}"], value!);
        yield return new(texts["cover.company"], report.Company);
        yield return TimeOf(report, "cover.generatedAt", document.GeneratedAt);
        yield return TimeOf(report, "cover.receivedAt", request.ReceivedAt);
        yield return TimeOf(report, "cover.dueAt", request.DueAt);
        yield return new(texts["cover.regulation"], texts.Find($"regulation.{request.Regulation}") ?? request.Regulation.ToUpper(CultureInfo.InvariantCulture));
        yield return new(texts["cover.account"], account.Id, Kind: ReportKind.Id);
        yield return new(texts["cover.request"], request.Id, Kind: ReportKind.Id);
        yield return new(texts["cover.controller"], request.ControllerDid, Kind: ReportKind.Id);
    }

    private static ReportFact TimeOf(ReportContext report, string label, DateTimeOffset time) =>
        new(report.Texts[label], report.Format.Moment(time), time, ReportKind.Time);
}
