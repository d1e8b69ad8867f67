using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Pipeline;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;

namespace Dxtra.Klaviyo.Sandbox.Resources.Events;

/// <summary>Takes events in. The person and the metric come into being if they do not exist.</summary>
internal sealed class EventImport(AccountData data, ProfileImport profiles, IdSource ids, TimeProvider time)
{
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns>The event, or null when it repeats one that is there: same person, metric and unique id.</returns>
    public Event? Add(EventBody body)
    {
        var at = body.Time ?? time.GetUtcNow();
        if (at < Earliest || at > time.GetUtcNow().AddYears(1))
            throw JsonBody.Invalid("/data/attributes/time", "The time must be after 1990 and at most one year ahead.");
        var (profile, _) = profiles.Upsert(body.ProfileId, body.Profile);
        return Add(profile, FindOrAddMetric(body.MetricName), at.ToUnixTimeSeconds(), body.Properties, body.UniqueId);
    }

    public Event? Add(Profile profile, Metric metric, long timestamp, JsonObject properties, string? uniqueId)
    {
        var eventId = uniqueId ?? timestamp.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (IsRepeat(profile, metric, eventId))
            return null;
        properties["$event_id"] = eventId;
        var item = new Event
        {
            Id = ids.Event(),
            Timestamp = timestamp,
            ProfileId = profile.Id,
            MetricId = metric.Id,
            Properties = EventJson.Write(properties),
        };
        data.Events.Add(item);
        if (profile.LastEvent is null || profile.LastEvent < item.Time)
            profile.LastEvent = item.Time;
        return item;
    }

    public Metric FindOrAddMetric(string name)
    {
        var metric = data.Metrics.Find(metric => metric.Name == name);
        if (metric is null)
        {
            var now = time.GetUtcNow();
            data.Metrics.Add(metric = new Metric(ids.Short(), name, Integration.Api, now, now));
        }

        return metric;
    }

    private bool IsRepeat(Profile profile, Metric metric, string eventId) => data.Events.OfProfile(profile.Id)
        .Where(item => item.MetricId == metric.Id)
        .Any(item => (string?)JsonNode.Parse(item.Properties)!["$event_id"] == eventId);
}
