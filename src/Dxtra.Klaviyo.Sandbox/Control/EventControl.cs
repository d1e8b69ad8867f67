using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Resources.Events;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Adds events to people, a few with content or many without.</summary>
internal sealed class EventControl(AccountData data, EventImport import, IdSource ids, TimeProvider time)
{
    private const int MostAtOnce = 1_000_000;

    /// <returns>The ids of the events added; null when there is no such person.</returns>
    public object? Add(string profileId, NewEvents body)
    {
        lock (data.Gate)
        {
            if (data.Profiles.Find(profileId) is not { } profile)
                return null;
            var added = body.Events
                .Select(item => import.Add(
                    profile,
                    import.FindOrAddMetric(item.Metric),
                    (item.Time ?? time.GetUtcNow()).ToUnixTimeSeconds(),
                    item.Properties,
                    item.UniqueId ?? ids.Hex32()))
                .OfType<Event>();
            return new { EventIds = added.Select(item => item.Id).ToList() };
        }
    }

    /// <exception cref="ArgumentException">The count or the time makes no sense.</exception>
    public object? Generate(string profileId, BulkEvents body)
    {
        var to = body.To ?? time.GetUtcNow();
        var from = body.From ?? to.AddYears(-1);
        if (body.Count is < 1 or > MostAtOnce || from > to)
            throw new ArgumentException($"count must be between 1 and {MostAtOnce}, and from not after to.");
        lock (data.Gate)
        {
            if (data.Profiles.Find(profileId) is not { } profile)
                return null;
            var metric = import.FindOrAddMetric(body.Metric);
            var step = (to - from).TotalSeconds / body.Count;
            var added = Enumerable.Range(0, body.Count).Select(i => Make(profile, metric, from.AddSeconds(step * i), i)).ToList();
            data.Events.AddRange(added);
            profile.LastEvent = data.Events.OfProfile(profile.Id)[^1].Time;
            return new { Added = added.Count };
        }
    }

    private Event Make(Profile profile, Metric metric, DateTimeOffset at, int number) => new()
    {
        Id = ids.Event(),
        Timestamp = at.ToUnixTimeSeconds(),
        ProfileId = profile.Id,
        MetricId = metric.Id,
        Properties = EventJson.Write(new JsonObject { ["$event_id"] = ids.Hex32(), ["Number"] = number, ["page"] = "https://shop.example.com/" }),
    };
}
