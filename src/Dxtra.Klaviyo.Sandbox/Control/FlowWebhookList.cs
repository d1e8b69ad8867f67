using Dxtra.Klaviyo.Sandbox.Deliveries;

namespace Dxtra.Klaviyo.Sandbox.Control;

internal sealed record FlowWebhookList(IReadOnlyList<FlowWebhook> Webhooks);
