namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>An event as a system webhook carries it.</summary>
/// <param name="Topic">The topic that it goes out under.</param>
/// <param name="EventId">Its id.</param>
/// <param name="Payload">The document of the event as it was when it happened, in JSON: a deletion since then changes nothing.</param>
internal sealed record WebhookItem(string Topic, string EventId, string Payload);
