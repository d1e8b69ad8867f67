using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Resources.Metrics;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;

namespace Dxtra.Klaviyo.Sandbox.Resources.Events;

/// <summary>Events as resource objects, with metric, profile and attributions on request.</summary>
internal sealed class EventWriter(AccountData data, ResourceWriter writer)
{
    private const string Attributions = "attributions";
    private readonly ProfileWriter _profiles = new(data, writer);
    private readonly MetricWriter _metrics = new(data, writer);

    public JsonObject Write(Event item) => writer.Resource(ResourceTypes.Event, item.Id, Attributes(item), Relationships(item));

    public void Include(Event item, Included included)
    {
        if (writer.Query.Includes("profile") && item.ProfileId is not null && data.Profiles.Find(item.ProfileId) is { } profile)
            included.Add(ResourceTypes.Profile, profile.Id, () => _profiles.Write(profile));
        if (writer.Query.Includes("metric") && data.FindMetric(item.MetricId) is { } metric)
            included.Add(ResourceTypes.Metric, metric.Id, () => _metrics.Write(metric));
        if (writer.Query.Includes(Attributions) && item.Attribution is { } attribution)
            included.Add(ResourceTypes.Attribution, attribution.Id, () => Write(attribution, item));
    }

    private JsonObject Attributes(Event item) => new()
    {
        ["timestamp"] = Has(item, EventOddities.NoTimestamp) ? null : item.Timestamp,
        ["event_properties"] = JsonNode.Parse(item.Properties),
        ["datetime"] = Datetime(item),
        ["uuid"] = EventUuid.Of(item.Id, item.Timestamp),
    };

    private string? Datetime(Event item)
    {
        if (Has(item, EventOddities.NoDatetime))
            return null;
        return writer.Wire.SpacedEventTimes || Has(item, EventOddities.SpacedDatetime) ? TimeText.Spaced(item.Time) : TimeText.Seconds(item.Time);
    }

    private static bool Has(Event item, EventOddities oddity) => item.Oddities.HasFlag(oddity);

    private JsonObject Relationships(Event item)
    {
        var relationships = new JsonObject
        {
            ["profile"] = ToOne(item, "profile", ResourceTypes.Profile, Has(item, EventOddities.NoProfile) ? null : item.ProfileId),
            ["metric"] = ToOne(item, "metric", ResourceTypes.Metric, Has(item, EventOddities.NoMetric) ? null : item.MetricId),
        };
        var attributed = item.Attribution is null ? Enumerable.Empty<string>() : [item.Attribution.Id];
        relationships[Attributions] = writer.ToMany(ResourceTypes.Event, item.Id, Attributions, ResourceTypes.Attribution, () => attributed);
        return relationships;
    }

    /// <summary>A target that cannot be resolved leaves <c>data</c> out.</summary>
    private JsonObject ToOne(Event item, string name, string targetType, string? targetId) => writer.Relationship(
        ResourceTypes.Event, item.Id, name, targetId is null ? null : ResourceWriter.Identifier(targetType, targetId));

    private JsonObject Write(Attribution attribution, Event item)
    {
        var relationships = new JsonObject { ["event"] = Credit(attribution, "event", ResourceTypes.Event, item.Id) };
        AddCredit(relationships, attribution, ResourceTypes.Campaign, attribution.CampaignId);
        AddCredit(relationships, attribution, ResourceTypes.CampaignMessage, attribution.CampaignMessageId);
        AddCredit(relationships, attribution, ResourceTypes.Flow, attribution.FlowId);
        AddCredit(relationships, attribution, ResourceTypes.FlowMessage, attribution.FlowMessageId);
        return writer.Resource(ResourceTypes.Attribution, attribution.Id, attributes: null, relationships);
    }

    private void AddCredit(JsonObject relationships, Attribution attribution, string type, string? id)
    {
        if (id is not null)
            relationships[type] = Credit(attribution, type, type, id);
    }

    private JsonObject Credit(Attribution attribution, string name, string type, string id) =>
        writer.Relationship(ResourceTypes.Attribution, attribution.Id, name, ResourceWriter.Identifier(type, id));
}
