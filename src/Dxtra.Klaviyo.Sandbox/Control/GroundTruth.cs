using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Everything that the account holds of a person.</summary>
internal sealed record GroundTruth
{
    public required string ProfileId { get; init; }

    /// <summary>As the API shows them, with nothing left out.</summary>
    public required JsonObject Attributes { get; init; }

    public required JsonObject Subscriptions { get; init; }

    public required JsonObject PredictiveAnalytics { get; init; }

    public required IReadOnlyList<Membership> Lists { get; init; }

    public required IReadOnlyList<Membership> Segments { get; init; }

    public required IReadOnlyList<JsonObject> PushTokens { get; init; }

    public required IReadOnlyList<ConversationTruth> Conversations { get; init; }

    /// <summary>By time, then by id.</summary>
    public required IReadOnlyList<EventTruth> Events { get; init; }

    public required CountTruth Counts { get; init; }

    internal sealed record Membership(string Id, string Name, string JoinedAt);

    internal sealed record ConversationTruth(string Id, string Channel);

    internal sealed record EventTruth(string Id, string? MetricId, string? MetricName, long Timestamp, string Datetime, JsonNode? Properties);

    /// <param name="Events">All of them.</param>
    /// <param name="EventsByMetric">By metric name; those whose metric cannot be resolved under an empty name.</param>
    /// <param name="Lists">Memberships.</param>
    /// <param name="Segments">Memberships.</param>
    /// <param name="PushTokens">Devices.</param>
    /// <param name="Conversations">Channels with a conversation.</param>
    internal sealed record CountTruth(
        int Events, IReadOnlyDictionary<string, int> EventsByMetric, int Lists, int Segments, int PushTokens, int Conversations);
}
