using System.Text.Json;
using Dxtra.Klaviyo.Functions.Reports;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The events of a profile, a table for each month. One event is held: the first of the month that comes.</summary>
internal sealed class EventMonths(ReportContext report, int profile, JsonElement? summary)
{
    /// <summary>So few need no months.</summary>
    private const int FewEvents = 40;

    private readonly IReadOnlyDictionary<(int Year, int Month), int> _totals = TimelineContent.Totals(summary);

    private (int Year, int Month)? _month;
    private ReportRow? _row;

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var rows = report.Source.RowsAsync(profile, Categories.Events, cancellationToken);
        if (report.Source.Part(profile, Categories.Events)!.Rows <= FewEvents)
        {
            var table = RowShapes.Events.TableOf(report, report.Title("events.caption", profile));
            await report.Writer.TableAsync(table, RowShapes.Events.RowsAsync(report, rows), cancellationToken);
            return;
        }

        await using var events = rows.GetAsyncEnumerator(cancellationToken);
        await NextAsync(events);
        for (var section = 1; _row is not null; section++)
        {
            await report.Writer.HeadingAsync(3, HeadingOf(_month), report.Anchor($"events-{ReportFormat.Plain(section)}", profile), cancellationToken);
            var table = RowShapes.Events.TableOf(report, TitleOf(_month));
            await report.Writer.TableAsync(table, MonthAsync(events), cancellationToken);
        }
    }

    private async IAsyncEnumerable<ReportRow> MonthAsync(IAsyncEnumerator<JsonElement> events)
    {
        for (var month = _month; _row is { } row && _month == month;)
        {
            yield return row;
            await NextAsync(events);
        }
    }

    private async Task NextAsync(IAsyncEnumerator<JsonElement> events)
    {
        if (!await events.MoveNextAsync())
        {
            _row = null;
            return;
        }

        var time = new HappenedEvent(events.Current).Time;
        (_month, _row) = (time is null ? null : (time.Value.Year, time.Value.Month), RowShapes.Events.RowOf(report, events.Current));
    }

    private string HeadingOf((int Year, int Month)? month) => month is { } known && _totals.TryGetValue(known, out var total)
        ? report.Texts.Count("events.month", total, ("month", TitleOf(month)))
        : TitleOf(month);

    private string TitleOf((int Year, int Month)? month) =>
        month is { } known ? report.Format.Month(known.Year, known.Month) : report.Texts["events.timeless"];
}
