using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;
using Dxtra.Klaviyo.Sandbox.Resources.PushTokens;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Reads the ground truth of a person straight from the data, past filters, pages and permissions.</summary>
internal static class GroundTruthReader
{
    public static GroundTruth Read(Profile profile, AccountData data)
    {
        var lists = Memberships(data.Lists, profile);
        var segments = Memberships(data.Segments, profile);
        var names = data.Metrics.ToDictionary(metric => metric.Id, metric => metric.Name);
        var events = data.Events.OfProfile(profile.Id).Select(item => Read(item, names)).ToList();
        return new GroundTruth
        {
            ProfileId = profile.Id,
            Attributes = ProfileAttributesWriter.Write(profile),
            Subscriptions = SubscriptionsWriter.Write(profile),
            PredictiveAnalytics = AnalyticsWriter.Write(profile.Analytics),
            Lists = lists,
            Segments = segments,
            PushTokens = [.. profile.PushTokens.Select(Read)],
            Conversations = [.. profile.Conversations.Select(item => new GroundTruth.ConversationTruth(item.Id, item.Channel))],
            Events = events,
            Counts = new GroundTruth.CountTruth(
                events.Count, CountByMetric(events), lists.Count, segments.Count, profile.PushTokens.Count, profile.Conversations.Count),
        };
    }

    private static List<GroundTruth.Membership> Memberships(IEnumerable<ProfileGroup> groups, Profile profile) =>
        [.. groups
            .Where(group => group.Members.ContainsKey(profile.Id))
            .Select(group => new GroundTruth.Membership(group.Id, group.Name, TimeText.Seconds(group.Members[profile.Id])))];

    private static JsonObject Read(PushToken token)
    {
        var shown = PushTokenWriter.Attributes(token);
        shown["id"] = token.Id;
        return shown;
    }

    private static GroundTruth.EventTruth Read(Event item, Dictionary<string, string> metricNames) => new(
        item.Id,
        item.MetricId,
        item.MetricId is null ? null : metricNames.GetValueOrDefault(item.MetricId),
        item.Timestamp,
        TimeText.Seconds(item.Time),
        JsonNode.Parse(item.Properties));

    private static SortedDictionary<string, int> CountByMetric(IEnumerable<GroundTruth.EventTruth> events) => new(
        events.GroupBy(item => item.MetricName ?? "").ToDictionary(group => group.Key, group => group.Count()),
        StringComparer.Ordinal);
}
