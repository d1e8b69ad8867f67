using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Paging;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Events;

/// <summary>Finds the page of a filter on events through the narrowest index there is.</summary>
internal sealed class EventQueries(AccountData data)
{
    private static readonly KeysetPager<Event> Pager = new(item => SortKey.Of(item.Timestamp), item => item.Id);

    private static readonly FieldMap<Event> Times = new(new Dictionary<string, Func<Event, object?>>
    {
        ["datetime"] = item => item.Time,
        ["timestamp"] = item => (double)item.Timestamp,
    });

    public Page<Event> Page(ApiCall call)
    {
        var filter = call.Query.Filter;
        var quirks = call.Query.FilterQuirks;
        var lower = filter.Where(clause => clause.Operator.StartsWith("greater", StringComparison.Ordinal)).ToList();
        var upper = filter.Where(clause => clause.Operator.StartsWith("less", StringComparison.Ordinal)).ToList();
        var others = filter.Except(lower).Except(upper).ToList();
        var range = EventRange.Between(
            Candidates(others),
            item => Times.Matches(item, lower, quirks),
            item => Times.Matches(item, upper, quirks));
        var request = call.Page(CursorText.EventTime);
        return Spoil(Pager.Cut(range, request, item => others.All(clause => Matches(item, clause))), request.Cursor, call.Wire);
    }

    private Page<Event> Spoil(Page<Event> page, Cursor? cursor, WireQuirks wire)
    {
        if (wire.EventsRepeatAtSeams && cursor is not null && data.Events.Find(cursor.Id) is { } last)
            page = page with { Items = [last, .. page.Items] };
        return wire.EventsOutOfOrder ? page with { Items = [.. page.Items.OrderBy(item => item.Id, StringComparer.Ordinal)] } : page;
    }

    private IReadOnlyList<Event> Candidates(IReadOnlyList<FilterClause> clauses)
    {
        if (clauses.FirstOrDefault(clause => clause.Field == "profile_id") is { } ofProfile)
            return data.Events.OfProfile((string)ofProfile.Value);
        if (clauses.FirstOrDefault(clause => clause is { Field: "metric_id", Values.Count: 1 }) is { } ofMetric)
            return data.Events.OfMetric((string)ofMetric.Value);
        return data.Events.All;
    }

    private bool Matches(Event item, FilterClause clause) => clause.Field switch
    {
        "profile_id" => clause.Texts.Contains(item.ProfileId),
        "metric_id" => clause.Texts.Contains(item.MetricId),
        "profile" => item.ProfileId is not null && data.Profiles.Find(item.ProfileId) is not null,
        "metric" => data.FindMetric(item.MetricId) is not null,
        _ => throw new InvalidOperationException($"No index and no test for {clause.Field}."),
    };
}
