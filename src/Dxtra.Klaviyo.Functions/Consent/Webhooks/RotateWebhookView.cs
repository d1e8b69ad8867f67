namespace Dxtra.Klaviyo.Functions.Consent;

/// <param name="State">How it stands with the webhook.</param>
/// <param name="IsPending">Klaviyo could not be told yet; deliveries are taken all the same.</param>
internal sealed record RotateWebhookView(WebhookState State, bool IsPending);
