using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Resources.Events;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Adds events to people, a few with content or many without.</summary>
internal sealed class EventControl(AccountData data, EventImport import, CreditLookup credits, IdSource ids, TimeProvider time)
{
    private const int MostAtOnce = 1_000_000;

    /// <returns>The ids of the events added; null when there is no such person.</returns>
    /// <exception cref="ArgumentException">A campaign or flow does not exist.</exception>
    public object? Add(string profileId, NewEvents body)
    {
        lock (data.Gate)
        {
            if (data.Profiles.Find(profileId) is not { } profile)
                return null;
            return new { EventIds = body.Events.Select(item => Add(profile, item)).OfType<Event>().Select(item => item.Id).ToList() };
        }
    }

    /// <exception cref="ArgumentException">The count, the time, the campaign or the flow makes no sense.</exception>
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
            var metricId = import.FindOrAddMetric(body.Metric).Id;
            var credit = credits.Find(body.Campaign, body.Flow);
            var step = (to - from).TotalSeconds / body.Count;
            var added = new List<Event>(body.Count);
            for (var i = 0; i < body.Count; i++)
            {
                var properties = new JsonObject { ["Number"] = i, ["page"] = "https://shop.example.com/" };
                var at = from.AddSeconds(step * i).ToUnixTimeSeconds();
                added.Add(import.Make(profile, metricId, at, properties, ids.Hex32()) with { Attribution = credit?.Invoke() });
            }

            data.Events.AddRange(added);
            profile.LastEvent = data.Events.OfProfile(profile.Id)[^1].Time;
            return new { Added = added.Count };
        }
    }

    /// <returns>Null for a repeat.</returns>
    private Event? Add(Profile profile, NewEvents.Item item)
    {
        var metricId = item.MetricId ?? (item.Metric is null ? null : import.FindOrAddMetric(item.Metric).Id);
        if (item.UniqueId is { } uniqueId && import.IsRepeat(profile, metricId, uniqueId))
            return null;
        var timestamp = (item.Time ?? time.GetUtcNow()).ToUnixTimeSeconds();
        var properties = item.Properties.DeepClone().AsObject();
        return import.Add(profile, import.Make(profile, metricId, timestamp, properties, item.UniqueId ?? ids.Hex32()) with
        {
            Attribution = credits.Find(item.Campaign, item.Flow)?.Invoke(),
            Oddities = item.Oddities,
        });
    }
}
