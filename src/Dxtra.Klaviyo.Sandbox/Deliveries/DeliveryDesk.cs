using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>Tells both kinds of webhooks of every event that arrives while the sandbox runs.</summary>
internal sealed class DeliveryDesk(AccountData data, WebhookOutbox outbox, FlowWebhooks flows)
{
    public void Open()
    {
        data.Events.Arrived += outbox.Announce;
        data.Events.Arrived += flows.Announce;
    }
}
