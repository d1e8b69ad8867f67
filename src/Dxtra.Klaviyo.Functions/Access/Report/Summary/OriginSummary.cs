using System.Text.Json;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Where it comes from: how the profile was found, when it was made, how consent was given.</summary>
internal static class OriginSummary
{
    public static async Task<IReadOnlyList<string>> OfAsync(ReportContext report, CancellationToken cancellationToken)
    {
        var sentences = new List<string>();
        foreach (var (profile, found) in report.Profiles.Index())
        {
            if (await report.Source.SingleAsync(profile, Categories.Profile, cancellationToken) is not { } row)
                continue;
            sentences.AddRange(report.On(profile, OfProfile(report, found, row.Member("attributes"))));
            sentences.AddRange(report.On(profile, await MethodsAsync(report, profile, cancellationToken)));
        }

        return sentences;
    }

    private static IEnumerable<string> OfProfile(ReportContext report, FoundProfile found, JsonElement? attributes)
    {
        var (texts, format) = (report.Texts, report.Format);
        yield return texts.Of("origin.foundBy", ("identifiers", format.Join([.. found.FoundBy.Select(identifier => texts[$"by.{identifier}"])])));
        if (found.DiffersIn.Count > 0)
            yield return texts.Of("origin.differs", ("identifiers", format.Join([.. found.DiffersIn.Select(identifier => texts[$"by.{identifier}"])])));
        if (found.MergedFrom is { } merged)
            yield return texts.Of("origin.merged", ("id", merged));
        if (SentTime.Of(attributes.Text("created")) is { } created)
        {
            yield return SentTime.Of(attributes.Text("updated")) is { } updated
                ? texts.Of("origin.createdUpdated", ("created", format.Day(created)), ("updated", format.Day(updated)))
                : texts.Of("origin.created", ("created", format.Day(created)));
        }

        if (attributes.Member("properties").FirstOf("$source", "source", "Source").AsText() is { } source)
            yield return texts.Of("origin.source", ("source", source));
    }

    private static async Task<IReadOnlyList<string>> MethodsAsync(ReportContext report, int profile, CancellationToken cancellationToken)
    {
        var methods = new List<string>();
        await foreach (var row in report.Source.RowsAsync(profile, Categories.Consent, cancellationToken))
        {
            if (row.Text("purpose") != "marketing" || ConsentFact.Of(row) is not { Method: { } method } consent)
                continue;
            methods.Add(report.Texts.Of(
                "origin.method",
                ("channel", report.Word(consent.Channel)),
                ("on", consent.Since is { } since ? report.Texts.Of("format.on", ("day", report.Format.Day(since))) : ""),
                ("method", report.Word(method)),
                ("detail", row.Text("methodDetail") is { } detail ? report.Texts.Of("origin.detail", ("detail", detail)) : "")));
        }

        return methods;
    }
}
