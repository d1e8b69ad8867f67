using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Everything that the account holds of a person.</summary>
internal sealed record GroundTruth
{
    public required string ProfileId { get; init; }

    /// <summary>As the API shows them, with nothing left out.</summary>
    public required JsonObject Attributes { get; init; }

    /// <summary>Further addresses, which the API does not show.</summary>
    public required IReadOnlyList<string> SecondaryEmails { get; init; }

    /// <summary>Every channel, with suppressions.</summary>
    public required JsonObject Subscriptions { get; init; }

    public required JsonObject PredictiveAnalytics { get; init; }

    public required IReadOnlyList<Membership> Lists { get; init; }

    public required IReadOnlyList<Membership> Segments { get; init; }

    /// <summary>The person's joins and exits of lists that events tell of, which need not fit <see cref="Lists"/>. By time.</summary>
    public required IReadOnlyList<ListChange> ListChanges { get; init; }

    /// <summary>As the API shows them, with <c>id</c>.</summary>
    public required IReadOnlyList<JsonObject> PushTokens { get; init; }

    public required IReadOnlyList<ConversationTruth> Conversations { get; init; }

    /// <summary>As the API shows them, with <c>id</c> and <c>coupon</c>.</summary>
    public required IReadOnlyList<JsonObject> CouponCodes { get; init; }

    /// <summary>As the API shows them, with <c>id</c>.</summary>
    public required IReadOnlyList<JsonObject> Reviews { get; init; }

    public required IReadOnlyList<RecordTruth> ObjectRecords { get; init; }

    /// <summary>By time, then by id.</summary>
    public required IReadOnlyList<EventTruth> Events { get; init; }

    public required CountTruth Counts { get; init; }

    internal sealed record Membership(string Id, string Name, string JoinedAt);

    /// <param name="EventId">The event that tells of it.</param>
    /// <param name="List">The list's name, as the event has it.</param>
    /// <param name="Joined">False: left.</param>
    /// <param name="At">When.</param>
    internal sealed record ListChange(string EventId, string? List, bool Joined, string At);

    internal sealed record ConversationTruth(string Id, string Channel);

    internal sealed record RecordTruth(string Id, string Type, JsonObject Properties);

    internal sealed record EventTruth(
        string Id, string? MetricId, string? MetricName, long Timestamp, string Datetime, JsonNode? Properties, CreditTruth? Attribution);

    /// <summary>What an event is credited to, with names; either the campaign's or the flow's part is null.</summary>
    internal sealed record CreditTruth(
        string Id, string? CampaignId, string? CampaignName, string? CampaignMessageId, string? FlowId, string? FlowName, string? FlowMessageId);

    /// <param name="Events">All of them.</param>
    /// <param name="EventsByMetric">By metric name; those whose metric cannot be resolved under an empty name.</param>
    /// <param name="Lists">Memberships.</param>
    /// <param name="Segments">Memberships.</param>
    /// <param name="PushTokens">Devices.</param>
    /// <param name="Conversations">Channels with a conversation.</param>
    internal sealed record CountTruth(
        int Events, IReadOnlyDictionary<string, int> EventsByMetric, int Lists, int Segments, int PushTokens, int Conversations);
}
