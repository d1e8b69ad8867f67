namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>An order as callers see it.</summary>
internal sealed record ConsentOrderView(
    string Id,
    string ProcessorId,
    ConsentOrderStatus Status,
    ConsentOutcome? Outcome,
    IReadOnlyList<ConsentOrderView.ChannelView> Channels,
    string? ListId,
    string SubjectKey,
    string Subject,
    DateTimeOffset CreatedAt,
    DateTimeOffset? CompletedAt)
{
    /// <summary>The person stands in it as key and mask.</summary>
    public static ConsentOrderView Of(ConsentOrder order) => new(
        order.Id,
        order.ProcessorId,
        order.Status,
        order.Outcome,
        [.. order.Channels.Select(channel => new ChannelView(channel.Channel, channel.Wanted, channel.Outcome, channel.Reason, channel.SentAt))],
        order.ListId,
        order.SubjectKey,
        order.SubjectMasked,
        order.CreatedAt,
        order.CompletedAt);

    internal sealed record ChannelView(
        ConsentChannel Channel, ConsentState Wanted, ConsentOutcome? Outcome, ConsentReason? Reason, DateTimeOffset? SentAt);
}
