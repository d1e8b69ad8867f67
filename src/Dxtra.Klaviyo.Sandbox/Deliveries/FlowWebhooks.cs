using System.Text;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>The webhook actions of flows, which every plan has. Used while the data's gate is held.</summary>
internal sealed class FlowWebhooks(AccountData data, DeliveryPlan plan, Courier courier, IdSource ids, TimeProvider time)
{
    private List<(FlowWebhook Webhook, string FlowId)> _webhooks = [];

    public IReadOnlyList<FlowWebhook> All => [.. _webhooks.Select(item => item.Webhook)];

    /// <summary>Replaces all.</summary>
    /// <exception cref="ArgumentException">An address cannot be called, or a flow does not exist; all stay as they were.</exception>
    public void Set(IReadOnlyList<FlowWebhook> webhooks) => _webhooks = [.. webhooks.Select(webhook => (webhook, Check(webhook)))];

    public void Announce(IReadOnlyCollection<Event> events)
    {
        foreach (var (webhook, flowId) in _webhooks)
        {
            foreach (var item in events.Where(item => data.FindMetric(item.MetricId) is { } metric && webhook.Metrics.Contains(metric.Name)))
                Send(webhook, flowId, item);
        }
    }

    private void Send(FlowWebhook webhook, string flowId, Event item)
    {
        if (item.ProfileId is null || data.Profiles.Find(item.ProfileId) is not { } profile)
            return;
        var body = Encoding.UTF8.GetBytes(FlowTemplate.Render(webhook.Body, profile, item));
        var call = new DeliveryCall(webhook.Url, body, [.. webhook.Headers, new("X-Klaviyo-Flow-ID", flowId)]);
        var now = time.GetUtcNow();
        courier.Send(new Delivery(ids.Ulid(now), new FlowRecipient(plan, webhook, call), [new(Topic: null, item.Id)], now));
    }

    /// <returns>The flow's id.</returns>
    private string Check(FlowWebhook webhook)
    {
        if (!webhook.Url.IsAbsoluteUri || (webhook.Url.Scheme != Uri.UriSchemeHttps && !(webhook.Url.Scheme == Uri.UriSchemeHttp && webhook.Url.IsLoopback)))
            throw new ArgumentException("url must be an https address.");
        if (webhook.Flow is null)
            return ids.Short();
        return data.Flows.Find(flow => flow.Id == webhook.Flow || flow.Name == webhook.Flow)?.Id
            ?? throw new ArgumentException($"There is no flow '{webhook.Flow}'.");
    }
}
