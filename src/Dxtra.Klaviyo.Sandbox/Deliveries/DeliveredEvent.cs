namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <param name="Topic">The webhook topic; null for a flow.</param>
/// <param name="EventId">The event's id, which is its <c>external_id</c>.</param>
internal sealed record DeliveredEvent(string? Topic, string EventId);
