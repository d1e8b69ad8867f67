namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Which requests to list; null means any. <paramref name="OverdueAt"/>: still open and due before that time.</summary>
internal sealed record RequestFilter(RequestKind? Kind, RequestStatus? Status, DateTimeOffset? OverdueAt);
