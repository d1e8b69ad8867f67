using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dxtra.Klaviyo.Journeys.Webhooks;

/// <summary>A delivery of one event, signed as Klaviyo does: the body, then the text of a header whose clock is five hours ahead.</summary>
internal sealed class SignedDelivery
{
    private readonly byte[] _body;
    private readonly string _timestamp = DateTimeOffset.UtcNow.AddHours(5).ToString("r", CultureInfo.InvariantCulture);
    private readonly string _signature;
    private readonly string _webhookId;

    public SignedDelivery(string secret, string webhookId, string eventId, string profileId)
    {
        var now = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        var payload = new
        {
            data = new
            {
                type = "event",
                id = eventId,
                attributes = new { datetime = now, event_properties = new { Method = "Preference Page" } },
                relationships = new { profile = new { data = new { type = "profile", id = profileId } } },
            },
        };
        _webhookId = webhookId;
        _body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            data = new[] { new { topic = "event:klaviyo.unsubscribed_from_email_marketing", external_id = eventId, payload } },
            meta = new { klaviyo_webhook_id = webhookId, timestamp = now, version = "2024-06-28" },
        });
        byte[] signed = [.. _body, .. Encoding.UTF8.GetBytes(_timestamp)];
        _signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    public async Task<HttpStatusCode> SendAsync(HttpClient http, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(_body) };
        request.Headers.Add("Klaviyo-Signature", _signature);
        request.Headers.Add("Klaviyo-Timestamp", _timestamp);
        request.Headers.Add("Klaviyo-Webhook-Id", _webhookId);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
