using System.Text.Json;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Reads a person's events. The cursor of a long history is sequential, windows of time are not: so they are read side by side. What
/// makes it exact: the windows are all of time without gap or overlap; each is read to its last page or cut further; inside one,
/// every event is kept once, by its id; and an event that came in a window it does not belong to is set aside, not dropped.
/// </summary>
internal sealed class HistoryReader(ReadingRoom room, PartStore parts, AccountCatalogue catalogue)
{
    public const string Operation = "get_events";

    /// <summary>What one window may take into memory: 2,000 events, about as many kilobytes.</summary>
    private const int MostPages = 2;

    /// <summary>A little less than a page, so that one call reads most windows.</summary>
    private const int EventsPerWindow = EventsResource.MaxPageSize * 19 / 20;

    private const int MostWindows = 2_000;

    /// <summary>Most people have one page: then this is all that is asked. Null when the request was given up.</summary>
    public async Task<HistoryPlan?> PlanAsync(RequestWork work, int profile, CancellationToken cancellationToken)
    {
        var reading = await room.OpenAsync(work, profile, cancellationToken);
        if (reading.IsGivenUp)
            return null;
        var newest = await PageAsync(reading, EventSort.NewestFirst, EventsResource.MaxPageSize, cancellationToken);
        var rows = await RowsAsync(reading, newest, null, cancellationToken);
        var bare = rows.Count == 0 && reading.Profile.HadEvents;
        if (bare)
        {
            // A profile that was merged away has no events either; this one call tells the two apart, by throwing.
            await reading.Klaviyo.Profiles.GetByIdAsync(reading.Profile.Id, cancellationToken: cancellationToken);
        }

        if (!newest.HasMore)
            return new(await WriteAsync(reading, new(null, null), rows, 1, cancellationToken), [], 0, 0, bare);

        var oldest = await PageAsync(reading, EventSort.OldestFirst, 1, cancellationToken);
        var times = rows.Concat(await RowsAsync(reading, oldest, null, cancellationToken)).Select(row => row.Time).OfType<long>().DefaultIfEmpty().ToList();
        var (first, last) = (times.Min(), times.Max());
        var onPage = rows.Select(row => row.Time ?? last).DefaultIfEmpty(last).Min();
        var estimated = rows.Count * (double)(last - first + 1) / Math.Max(1, last - onPage + 1);
        return new(null, new HistoryWindow(null, null).Cut((int)Math.Clamp(estimated / EventsPerWindow, 2, MostWindows), first, last), first, last);
    }

    /// <summary>Reads one window, or says how what is left of it is cut; nothing when the request was given up.</summary>
    public async Task<WindowResult> ReadAsync(
        RequestWork work, int profile, HistoryWindow window, long first, long last, CancellationToken cancellationToken)
    {
        var reading = await room.OpenAsync(work, profile, cancellationToken);
        if (reading.IsGivenUp)
            return new(null, 0, []);
        using var shelf = new RowShelf();
        var rows = new List<EventRow>();
        var pages = 0;
        await foreach (var page in PagesAsync(reading, window, cancellationToken))
        {
            rows.AddRange(await RowsAsync(reading, page, shelf, cancellationToken));
            if (++pages < MostPages || !page.HasMore || window.IsOneSecond)
                continue;
            var ordered = IsOrdered(rows);
            if (!ordered && Halve(window, rows, first, last) is { } halves)
                return new(null, pages, halves);
            if (ordered && Split(window, rows, last) is { } split)
            {
                rows.RemoveAll(row => row.Time >= split.Read.To);
                return new(await WriteAsync(reading, split.Read, rows, pages, cancellationToken), pages, split.Left);
            }
        }

        return new(await WriteAsync(reading, window, rows, pages, cancellationToken), pages, []);
    }

    /// <summary>Null when nothing smaller can be asked for: then the window is read to its end as it is.</summary>
    private static IReadOnlyList<HistoryWindow>? Halve(HistoryWindow window, List<EventRow> rows, long first, long last)
    {
        var seen = rows.Select(row => row.Time).OfType<long>().Append(first).Append(last).ToList();
        return window.Cut(2, seen.Min(), seen.Max()) is { Count: > 1 } halves ? halves : null;
    }

    /// <summary>
    /// Up to the last second read, which may go on on the next page; the rest is cut so that its density lets each piece be one
    /// window. Null while all rows lie in the window's first second.
    /// </summary>
    private static (HistoryWindow Read, IReadOnlyList<HistoryWindow> Left)? Split(HistoryWindow window, List<EventRow> rows, long last)
    {
        var inside = rows.Select(row => row.Time).OfType<long>().Where(window.Holds).ToList();
        if (inside.Count == 0 || inside.Max() is var upTo && (upTo == window.From || upTo == inside.Min()))
            return null;
        var rest = new HistoryWindow(upTo, window.To);
        var left = inside.Count * (double)((window.To ?? last + 1) - upTo) / (upTo - inside.Min());
        return (window with { To = upTo }, rest.Cut((int)Math.Clamp(left / EventsPerWindow, 1, MostWindows), upTo, Math.Max(last, upTo)));
    }

    private async Task<HistoryPiece> WriteAsync(
        PartReading reading, HistoryWindow window, List<EventRow> rows, int pages, CancellationToken cancellationToken)
    {
        // Without a time it belongs to no window and may come in each.
        var once = rows.DistinctBy(row => row.Id).ToLookup(row => row.Time is { } time ? window.Holds(time) : window is { From: null, To: null });
        var name = $"{reading.Index}/events-{window.From?.ToString("d12", System.Globalization.CultureInfo.InvariantCulture) ?? "start"}";
        var kept = await WriteAsync(reading, $"{name}.ndjson", once[true], cancellationToken);
        var strays = await WriteAsync(reading, $"{name}-strays.ndjson", once[false], cancellationToken);
        return new(window, kept.Files is [var file] ? file : "", strays.Files is [var strayFile] ? strayFile : "", kept.Rows, pages, kept.Bytes);
    }

    private async Task<PartResult> WriteAsync(PartReading reading, string file, IEnumerable<EventRow> rows, CancellationToken cancellationToken)
    {
        var sorted = rows.Order(Comparer<EventRow>.Create(EventRow.Compare)).Select(row => row.Bytes).ToList();
        var empty = reading.Empty(Categories.Events, Operation);
        return sorted.Count == 0
            ? empty
            : await parts.WriteAsync(reading.Work, empty, file, new[] { new PartPage(sorted) }.ToAsyncEnumerable(), cancellationToken);
    }

    /// <summary>The names are asked for only when something is credited to a message.</summary>
    private async Task<List<EventRow>> RowsAsync<T>(
        PartReading reading, KlaviyoPage<T> page, RowShelf? shelf, CancellationToken cancellationToken)
    {
        var attributions = page.Included.Where(resource => resource.Type == "attribution").ToList();
        var names = attributions.Count == 0 ? null : await catalogue.MessagesAsync(reading.Work, reading.Klaviyo, known => attributions.TrueForAll(
            credit => (credit.RelatedId("campaign") is not { } campaign || known.KnowsCampaign(campaign))
                && (credit.RelatedId("flow") is not { } flow || known.KnowsFlow(flow))), cancellationToken);
        return [.. EventRow.Of(page, names, shelf)];
    }

    private static async Task<KlaviyoPage<EventAttributes>> PageAsync(
        PartReading reading, EventSort sort, int pageSize, CancellationToken cancellationToken) =>
        await reading.Klaviyo.Events.SearchAsync(
            EventFilter.Profile(reading.Profile.Id), EventIncludes.Metric | EventIncludes.Attributions, sort, pageSize, cancellationToken)
            .FirstAsync(cancellationToken);

    /// <summary>Lent: rows are made of a page before the next one is asked for.</summary>
    private static IAsyncEnumerable<KlaviyoPage<JsonElement>> PagesAsync(
        PartReading reading, HistoryWindow window, CancellationToken cancellationToken)
    {
        var filter = EventFilter.Profile(reading.Profile.Id);
        if (window.From is { } from)
            filter = filter.And(EventFilter.Since(DateTimeOffset.FromUnixTimeSeconds(from)));
        if (window.To is { } to)
            filter = filter.And(EventFilter.Before(DateTimeOffset.FromUnixTimeSeconds(to)));
        return reading.Klaviyo.Events.LendAsync(
            filter, EventIncludes.Metric | EventIncludes.Attributions, EventSort.OldestFirst, EventsResource.MaxPageSize, cancellationToken);
    }

    /// <summary>None is older than the one before it; those without a time do not count.</summary>
    private static bool IsOrdered(List<EventRow> rows)
    {
        var times = rows.Select(row => row.Time).OfType<long>().ToList();
        return times.Zip(times.Skip(1)).All(pair => pair.First <= pair.Second);
    }
}
