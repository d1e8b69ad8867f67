using System.Security.Cryptography;
using System.Text;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Deliveries;

/// <summary>
/// A system webhook as it is at the moment of each attempt: with its present address and secret. Its endpoint is tried again, twice as long
/// after every time and at least hourly, until it has failed for two days; then the webhook is switched off and its events are lost.
/// </summary>
internal sealed class WebhookRecipient(
    AccountData data, DeliveryPlan plan, WebhookPayloads payloads, string webhookId, IReadOnlyList<WebhookItem> items) : IRecipient
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(48);

    public string Kind => "webhook";

    public string Name => webhookId;

    private Webhook? Webhook => data.Webhooks.Find(webhook => webhook.Id == webhookId);

    public DeliveryCall? Prepare(Delivery delivery, DateTimeOffset now)
    {
        if (Webhook is not { Enabled: true } webhook || !data.AdvancedKdp)
            return null;
        var at = plan.Settings.RetriesKeepTime && delivery.Attempts.Count > 0 ? delivery.Attempts[0].At : now;
        var body = payloads.Body(webhookId, items, at);
        var timestamp = WebhookSignature.TimestampHeader(at, plan.Settings.RightClock);
        return new DeliveryCall(webhook.EndpointUrl, body,
        [
            new("Klaviyo-Signature", WebhookSignature.Of(webhook.SecretKey, body, timestamp)),
            new("Klaviyo-Timestamp", timestamp),
            new("Klaviyo-Webhook-Id", plan.Settings.HexWebhookIds ? Hex(webhookId) : webhookId),
        ]);
    }

    public bool Accepts(int status)
    {
        var accepted = status is 200 or 201 or 202 || (status == 204 && plan.Settings.NoContentAccepted);
        if (accepted && Webhook is { } webhook)
            Replace(webhook, webhook with { FailingSince = null });
        return accepted;
    }

    public TimeSpan? NextAttempt(Delivery delivery, DateTimeOffset now)
    {
        if (Webhook is not { Enabled: true } webhook)
            return null;
        var since = webhook.FailingSince ?? delivery.Attempts[^1].At;
        var enabled = now - since <= Patience / plan.Settings.Compression;
        Replace(webhook, webhook with { FailingSince = since, Enabled = enabled, Updated = enabled ? webhook.Updated : now });
        return enabled ? Backoff.After(delivery.Attempts.Count, FirstWait, LongestWait) / plan.Settings.Compression : null;
    }

    private void Replace(Webhook webhook, Webhook changed) => data.Webhooks[data.Webhooks.IndexOf(webhook)] = changed;

    private static string Hex(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
