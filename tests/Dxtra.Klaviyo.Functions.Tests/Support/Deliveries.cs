using System.Globalization;
using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>What Klaviyo sends to a system webhook, signed as it signs.</summary>
internal static class Deliveries
{
    public const string WebhookId = "01JABCDEFGHJKMNPQRSTVWXYZ0";
    public const string Unsubscribed = "event:klaviyo.unsubscribed_from_email_marketing";

    /// <summary>The clock in the header is five hours ahead.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(5);

    public static object Event(string id, string? profile = "01ADA", string? topic = Unsubscribed, DateTimeOffset? at = null) => new
    {
        topic,
        external_id = id,
        payload = new
        {
            data = new
            {
                type = "event",
                id,
                attributes = new { datetime = (at ?? Some.Now).ToString("O", CultureInfo.InvariantCulture), event_properties = new { Method = "Preference Page" } },
                relationships = new
                {
                    profile = profile is null ? null : new { data = new { type = "profile", id = profile } },
                    metric = new { data = new { type = "metric", id = "MtRc01" } },
                },
            },
        },
    };

    public static byte[] Body(DateTimeOffset at, params IEnumerable<object> events) => Body(at, WebhookId, events);

    public static byte[] Body(DateTimeOffset at, string webhookId, IEnumerable<object> events) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        data = events,
        meta = new
        {
            klaviyo_account_id = "AbC123",
            klaviyo_webhook_id = webhookId,
            timestamp = at.ToString("O", CultureInfo.InvariantCulture),
            version = "2024-06-28",
        },
    });

    public static Delivery Sign(byte[] body, string secret, DateTimeOffset at, string webhookId = WebhookId)
    {
        var timestamp = (at + Ahead).ToString("r", CultureInfo.InvariantCulture);
        return new(WebhookSignature.Of(body, timestamp, secret), timestamp, webhookId, body);
    }
}
