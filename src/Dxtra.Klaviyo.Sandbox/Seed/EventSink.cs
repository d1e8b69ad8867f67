using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Resources.Events;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>Collects seeded events, to be indexed all at once.</summary>
internal sealed class EventSink(AccountData data, SeedContext context)
{
    private readonly Dictionary<string, string> _metricIds = data.Metrics
        .GroupBy(metric => metric.Name)
        .ToDictionary(group => group.Key, group => group.First().Id);

    private readonly List<Event> _events = [];

    public int Count => _events.Count;

    /// <param name="profile">Whose event it is; null for one that belongs to nobody.</param>
    /// <param name="metricName">A name of <see cref="MetricNames"/>; null for an event without a metric.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="properties">Without the event id, which is added.</param>
    /// <param name="attribution">The message it is credited to.</param>
    public Event Add(Profile? profile, string? metricName, DateTimeOffset at, JsonObject properties, Attribution? attribution = null)
    {
        properties["$event_id"] = context.Ids.Hex32();
        return AddRaw(profile, metricName is null ? null : _metricIds[metricName], at, properties, attribution);
    }

    public Event AddRaw(Profile? profile, string? metricId, DateTimeOffset at, JsonObject properties, Attribution? attribution = null)
    {
        var item = new Event
        {
            Id = context.Ids.Event(),
            Timestamp = at.ToUnixTimeSeconds(),
            ProfileId = profile?.Id,
            MetricId = metricId,
            Properties = EventJson.Write(properties),
            Attribution = attribution,
        };
        _events.Add(item);
        if (profile is not null && (profile.LastEvent is null || profile.LastEvent < item.Time))
            profile.LastEvent = item.Time;
        return item;
    }

    /// <summary>Whether an event of a person is credited to a campaign.</summary>
    public bool CreditsCampaign(Profile profile) =>
        _events.Exists(item => item.ProfileId == profile.Id && item.Attribution?.CampaignId is not null);

    public void Flush() => data.Events.AddRange(_events);
}
