namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A time in which deliveries may have been lost: Klaviyo does not repeat what it gave up.</summary>
internal sealed record WebhookGap(string ControllerDid, string ProcessorId, DateTimeOffset From, DateTimeOffset Until);
