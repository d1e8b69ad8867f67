namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>One move of a request: when, from where (null: it was made), to where, by whom.</summary>
/// <param name="At">When.</param>
/// <param name="From">The status before; null: it was made.</param>
/// <param name="To">The status after; the same when only its deadline moved.</param>
/// <param name="Actor">By whom.</param>
/// <param name="DueAt">The deadline from then on, when it was moved; else null.</param>
internal sealed record RequestLogEntry(DateTimeOffset At, RequestStatus? From, RequestStatus To, string Actor, DateTimeOffset? DueAt = null);
