using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>What Klaviyo knows, and since when.</summary>
internal static class KnownSummary
{
    private const int MostNames = 8;

    private static readonly string[] Fields =
        ["email", "phone_number", "external_id", "first_name", "last_name", "organization", "title", "locale", "image"];

    private static readonly string[] Counted =
        [Categories.CouponCodes, Categories.PushTokens, Categories.Conversations, Categories.Reviews, Categories.CustomObjects];

    public static async Task<IReadOnlyList<string>> OfAsync(ReportContext report, PersonFigures figures, CancellationToken cancellationToken)
    {
        var (texts, format) = (report.Texts, report.Format);
        var sentences = new List<string>();
        if (!report.IsSupplement)
            sentences.Add(texts.Count("known.profiles", report.Profiles.Count));
        foreach (var profile in report.ProfileIndexes)
        {
            if (await report.Source.SingleAsync(profile, Categories.Profile, cancellationToken) is { } row)
                sentences.AddRange(report.On(profile, OfProfile(report, row.Member("attributes"))));
        }

        AddNames(report, "known.lists", figures.Lists, sentences);
        AddNames(report, "known.segments", figures.Segments, sentences);
        if (figures is { Events: > 0, FirstEvent: { } first, LastEvent: { } last })
            sentences.Add(texts.Count("known.events", figures.Events, ("first", format.Day(first)), ("last", format.Day(last))));
        foreach (var category in Counted)
        {
            if (report.ProfileIndexes.Sum(profile => report.Source.Part(profile, category)?.Rows ?? 0) is > 0 and var count)
                sentences.Add(texts.Count($"known.{category}", count));
        }

        return sentences;
    }

    private static IEnumerable<string> OfProfile(ReportContext report, JsonElement? attributes)
    {
        var texts = report.Texts;
        var known = Fields.Where(field => attributes.Text(field) is not null).Select(field => texts[$"your.{field}"]).ToList();
        if (attributes.Member("location") is { ValueKind: JsonValueKind.Object } location && location.EnumerateObject().Any(field => !SentText.IsEmpty(field.Value)))
            known.Add(texts["your.location"]);
        if (known.Count > 0)
            yield return texts.Of("known.fields", ("fields", report.Format.Join(known)));
        if (attributes.Member("properties") is not { ValueKind: JsonValueKind.Object } properties)
            yield break;
        var custom = properties.EnumerateObject().Where(property => !SentText.IsEmpty(property.Value)).Select(SentText.NameOf).ToList();
        if (custom.Count == 0)
            yield break;
        yield return texts.Count(
            "known.custom", custom.Count, ("company", report.Company), ("names", report.Format.JoinSome(custom, MostNames, custom.Count)));
    }

    private static void AddNames(ReportContext report, string key, NamedCounts names, List<string> sentences)
    {
        if (names.Names > 0)
            sentences.Add(report.Texts.Count(key, names.Names, ("names", report.Format.JoinSome(names.Most(MostNames), MostNames, names.Names))));
    }
}
