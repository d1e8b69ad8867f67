using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Seed;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Reads the events of a person with the names of what they refer to, and what follows from them.</summary>
internal sealed class EventTruthReader(AccountData data)
{
    private readonly Dictionary<string, string> _metrics = data.Metrics.ToDictionary(metric => metric.Id, metric => metric.Name);
    private readonly Dictionary<string, string> _campaigns = data.Campaigns.ToDictionary(campaign => campaign.Id, campaign => campaign.Name);
    private readonly Dictionary<string, string> _flows = data.Flows.ToDictionary(flow => flow.Id, flow => flow.Name);

    public IReadOnlyList<GroundTruth.EventTruth> Read(Profile profile) => [.. data.Events.OfProfile(profile.Id).Select(Read)];

    public static IReadOnlyList<GroundTruth.ListChange> ListChanges(IEnumerable<GroundTruth.EventTruth> events) =>
        [.. events
            .Where(item => item.MetricName is MetricNames.SubscribedList or MetricNames.UnsubscribedList)
            .Select(item => new GroundTruth.ListChange(
                item.Id, (string?)item.Properties!["List"], item.MetricName == MetricNames.SubscribedList, item.Datetime))];

    public static IReadOnlyDictionary<string, int> CountByMetric(IEnumerable<GroundTruth.EventTruth> events) => new SortedDictionary<string, int>(
        events.GroupBy(item => item.MetricName ?? "").ToDictionary(group => group.Key, group => group.Count()),
        StringComparer.Ordinal);

    private GroundTruth.EventTruth Read(Event item) => new(
        item.Id,
        item.MetricId,
        Name(_metrics, item.MetricId),
        item.Timestamp,
        TimeText.Seconds(item.Time),
        JsonNode.Parse(item.Properties),
        item.Attribution is { } attribution ? Read(attribution) : null);

    private GroundTruth.CreditTruth Read(Attribution attribution) => new(
        attribution.Id,
        attribution.CampaignId,
        Name(_campaigns, attribution.CampaignId),
        attribution.CampaignMessageId,
        attribution.FlowId,
        Name(_flows, attribution.FlowId),
        attribution.FlowMessageId);

    private static string? Name(Dictionary<string, string> names, string? id) => id is null ? null : names.GetValueOrDefault(id);
}
