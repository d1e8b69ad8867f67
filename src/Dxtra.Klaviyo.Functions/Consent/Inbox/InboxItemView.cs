namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A message as the list shows it, without its content; see <see cref="InboxItem"/>.</summary>
internal sealed record InboxItemView(
    string Id, InboxState State, InboxKind Kind, DateTimeOffset ReceivedAt, long Bytes, int Attempts, DateTimeOffset? NotBefore, InboxReason? Reason, int Left)
{
    public static InboxItemView Of(InboxItem item) => new(
        item.Id, item.State, item.Kind, item.ReceivedAt, item.Bytes, item.Attempts, item.NotBefore, item.Reason, item.Left);
}
