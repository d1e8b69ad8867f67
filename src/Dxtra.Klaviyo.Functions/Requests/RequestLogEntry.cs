namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>One move of a request: when, from where (null: it was made), to where, by whom.</summary>
internal sealed record RequestLogEntry(DateTimeOffset At, RequestStatus? From, RequestStatus To, string Actor);
