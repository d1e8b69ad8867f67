using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>A person's events behind <c>/api/events</c>: filters by time, sorts and pages as Klaviyo does, and errs as a test wants it.</summary>
internal sealed partial class FakeHistory(IReadOnlyList<FakeHistory.Item> events)
{
    /// <param name="Id">Klaviyo's id.</param>
    /// <param name="Time">Unix seconds; null: the event has no time and is in every answer.</param>
    internal sealed record Item(string Id, long? Time);

    public IReadOnlyList<Item> Events => events;

    /// <summary>Events on a page, whatever was asked for: small pages make long histories.</summary>
    public int PageSize { get; init; } = 5;

    /// <summary>A page begins with what the one before it ended with.</summary>
    public bool Repeats { get; init; }

    /// <summary>Bounds are taken for inclusive, whatever they say.</summary>
    public bool TooGenerous { get; init; }

    /// <summary>The order in which events are sent; as Klaviyo promises when it is null.</summary>
    public Func<Item, int>? Disorder { get; init; }

    public FakeHistory AnswerFor(FakeKlaviyo klaviyo)
    {
        klaviyo.Answers("/api/events", Answer);
        return this;
    }

    public IResult Answer(HttpRequest request)
    {
        var query = request.Query;
        var found = Sorted(events.Where(Matches(query["filter"].ToString())), query["sort"].ToString()).ToList();
        var from = int.Parse(query["page[cursor]"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var size = Math.Min(PageSize, int.Parse(query["page[size]"].ToString(), CultureInfo.InvariantCulture));
        var page = found.Skip(Repeats && from > 0 ? from - 1 : from).Take(size);
        var next = from + size - (Repeats && from > 0 ? 1 : 0);
        var document = new JsonObject
        {
            ["data"] = new JsonArray([.. page.Select(Write)]),
            ["links"] = new JsonObject { ["next"] = next < found.Count ? NextOf(request, next) : null },
        };
        return Results.Text(document.ToJsonString(), "application/vnd.api+json");
    }

    private Func<Item, bool> Matches(string filter)
    {
        var (since, before) = (BoundOf(Since(), filter), BoundOf(Before(), filter));
        return item => item.Time is not { } time || ((since is null || time >= since) && (before is null || time < before + (TooGenerous ? 1 : 0)));
    }

    private IEnumerable<Item> Sorted(IEnumerable<Item> found, string sort)
    {
        if (Disorder is { } disorder)
            return found.OrderBy(disorder).ThenBy(item => item.Id, StringComparer.Ordinal);
        var oldestFirst = found.OrderBy(item => item.Time ?? 0).ThenBy(item => item.Id, StringComparer.Ordinal);
        return sort.StartsWith('-') ? oldestFirst.Reverse() : oldestFirst;
    }

    private static JsonNode Write(Item item) => new JsonObject
    {
        ["type"] = "event",
        ["id"] = item.Id,
        ["attributes"] = new JsonObject { ["timestamp"] = item.Time, ["event_properties"] = new JsonObject { ["of"] = item.Id } },
    };

    private static string NextOf(HttpRequest request, int cursor)
    {
        var query = request.Query.Where(pair => pair.Key != "page[cursor]").Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}");
        return $"{request.Scheme}://{request.Host}{request.Path}?{string.Join('&', query)}&page[cursor]={cursor.ToString(CultureInfo.InvariantCulture)}";
    }

    private static long? BoundOf(Regex bound, string filter) => bound.Match(filter) is { Success: true } match
        ? DateTimeOffset.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture).ToUnixTimeSeconds()
        : null;

    [GeneratedRegex(@"greater-or-equal\(datetime,([^)]+)\)")]
    private static partial Regex Since();

    [GeneratedRegex(@"less-than\(datetime,([^)]+)\)")]
    private static partial Regex Before();
}
