using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Jobs;
using Dxtra.Klaviyo.Sandbox.Resources.Webhooks;

namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>Collects events for the system webhooks that want them, and sends them in batches.</summary>
internal sealed class WebhookOutbox(
    AccountData data, Alarms alarms, DeliveryPlan plan, DeliveryLog log, Courier courier, WebhookPayloads payloads, IdSource ids, TimeProvider time)
{
    private readonly Dictionary<string, List<WebhookItem>> _collected = [];

    public void Announce(IReadOnlyCollection<Event> events)
    {
        if (!data.AdvancedKdp || !data.Webhooks.Exists(webhook => webhook.Enabled))
            return;
        foreach (var item in events)
            Announce(item);
    }

    private void Announce(Event item)
    {
        var wanted = TopicsOf(item)
            .SelectMany(topic => data.Webhooks.Where(webhook => webhook.Enabled && webhook.TopicIds.Contains(topic)).Select(webhook => (webhook.Id, topic)))
            .ToList();
        if (wanted.Count == 0)
            return;
        var payload = payloads.Payload(item);
        var departures = plan.NextDepartures();
        log.Dropped += departures.Count == 0 ? 1 : 0;
        foreach (var departure in departures)
        {
            foreach (var (webhookId, topic) in wanted)
                Put(webhookId, new WebhookItem(topic, item.Id, payload), departure);
        }
    }

    private IReadOnlyList<string> TopicsOf(Event item)
    {
        if (data.FindMetric(item.MetricId) is not { } metric)
            return [];
        var topic = WebhookTopics.Of(metric);
        return plan.Settings.BothTextTopics && TextTopics.OtherNameOf(topic) is { } other ? [topic, other] : [topic];
    }

    private void Put(string webhookId, WebhookItem item, TimeSpan departure)
    {
        if (departure > TimeSpan.Zero)
            alarms.Set(departure, () => Put(webhookId, item, TimeSpan.Zero));
        else if (_collected.TryGetValue(webhookId, out var collected))
            collected.Add(item);
        else
            Open(webhookId, item);
    }

    private void Open(string webhookId, WebhookItem first)
    {
        _collected[webhookId] = [first];
        alarms.Set(plan.Settings.Collect, () => Close(webhookId));
    }

    private void Close(string webhookId)
    {
        _collected.Remove(webhookId, out var collected);
        if (plan.Settings.Reverse)
            collected!.Reverse();
        var now = time.GetUtcNow();
        foreach (var batch in collected!.Chunk(plan.Settings.BatchSize))
        {
            courier.Send(new Delivery(
                ids.Ulid(now),
                new WebhookRecipient(data, plan, payloads, webhookId, batch),
                [.. batch.Select(item => new DeliveredEvent(item.Topic, item.EventId))],
                now));
        }
    }
}
