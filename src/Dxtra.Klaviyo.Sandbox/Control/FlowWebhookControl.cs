using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Deliveries;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>The webhook actions of flows.</summary>
internal sealed class FlowWebhookControl(AccountData data, FlowWebhooks webhooks)
{
    public FlowWebhookList List
    {
        get
        {
            lock (data.Gate)
                return new FlowWebhookList(webhooks.All);
        }

        set
        {
            lock (data.Gate)
                webhooks.Set(value.Webhooks);
        }
    }
}
