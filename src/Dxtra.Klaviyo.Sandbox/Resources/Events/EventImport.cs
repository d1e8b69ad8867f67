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
        var at = Check(body);
        var (profile, _) = profiles.Upsert(body.ProfileId, body.Profile);
        var metric = FindOrAddMetric(body.MetricName);
        var timestamp = at.ToUnixTimeSeconds();
        var eventId = body.UniqueId ?? timestamp.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return IsRepeat(profile, metric.Id, eventId) ? null : Add(profile, Make(profile, metric.Id, timestamp, body.Properties, eventId));
    }

    /// <summary>All or none: an impossible time, or a repeat of an event that is there, refuses the whole job.</summary>
    public void AddAll(IReadOnlyList<EventBody> bodies)
    {
        foreach (var body in bodies)
        {
            Check(body);
            if (body.UniqueId is { } uniqueId && profiles.Find(body.ProfileId, body.Profile) is { } profile
                && data.Metrics.Find(metric => metric.Name == body.MetricName) is { } metric && IsRepeat(profile, metric.Id, uniqueId))
            {
                throw JsonBody.Invalid("/data/attributes/events-bulk-create", "A unique_id is repeated for the same profile and metric.");
            }
        }

        foreach (var body in bodies)
            Add(body);
    }

    private DateTimeOffset Check(EventBody body)
    {
        var at = body.Time ?? time.GetUtcNow();
        return at >= Earliest && at <= time.GetUtcNow().AddYears(1)
            ? at
            : throw JsonBody.Invalid("/data/attributes/time", "The time must be after 1990 and at most one year ahead.");
    }

    public Event Add(Profile profile, Event item)
    {
        data.Events.Add(item);
        if (profile.LastEvent is null || profile.LastEvent < item.Time)
            profile.LastEvent = item.Time;
        return item;
    }

    /// <summary>An event that is not yet part of the account.</summary>
    public Event Make(Profile profile, string? metricId, long timestamp, JsonObject properties, string eventId)
    {
        properties["$event_id"] = eventId;
        return new Event
        {
            Id = ids.Event(),
            Timestamp = timestamp,
            ProfileId = profile.Id,
            MetricId = metricId,
            Properties = EventJson.Write(properties),
        };
    }

    public Metric FindOrAddMetric(string name) => FindOrAddMetric(name, Integration.Api);

    /// <param name="name">The metric's name.</param>
    /// <param name="integration">Whose it becomes if it does not exist.</param>
    public Metric FindOrAddMetric(string name, Integration integration)
    {
        var metric = data.Metrics.Find(metric => metric.Name == name);
        if (metric is null)
        {
            var now = time.GetUtcNow();
            data.Metrics.Add(metric = new Metric(ids.Short(), name, integration, now, now));
        }

        return metric;
    }

    public bool IsRepeat(Profile profile, string? metricId, string eventId) => data.Events.OfProfile(profile.Id)
        .Where(item => item.MetricId == metricId)
        .Any(item => (string?)JsonNode.Parse(item.Properties)!["$event_id"] == eventId);
}
