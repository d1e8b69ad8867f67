using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dxtra.Klaviyo.Benchmarks.Measures;
using Dxtra.Klaviyo.Local;

namespace Dxtra.Klaviyo.Benchmarks.Stack;

/// <summary>Sends deliveries as Klaviyo does, each with events of its own, so many at a time.</summary>
internal sealed class WebhookSender(string secret) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private int _events;

    public async Task<DeliveryMeasurement> SendAsync(string receiver, Uri address, int count, int events, int sideBySide, CancellationToken ct)
    {
        // Made before, so that making them is not measured.
        var bodies = Enumerable.Range(0, count).Select(_ => Body(events)).ToList();
        var times = new ConcurrentBag<TimeSpan>();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = sideBySide, CancellationToken = ct }, async (body, token) =>
        {
            using var request = Signed(address, body);
            var sent = Stopwatch.GetTimestamp();
            using var answer = await _http.SendAsync(request, token);
            times.Add(Stopwatch.GetElapsedTime(sent));
            if (answer.StatusCode != HttpStatusCode.Accepted)
                throw new LauncherException($"The {receiver} answered {(int)answer.StatusCode} to a delivery.");
        });
        return DeliveryMeasurement.Of(receiver, events, sideBySide, Stopwatch.GetElapsedTime(started), times);
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Signed(Uri address, byte[] body)
    {
        var timestamp = DateTimeOffset.UtcNow.AddHours(5).ToString("r", CultureInfo.InvariantCulture);
        byte[] signed = [.. body, .. Encoding.UTF8.GetBytes(timestamp)];
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
        return new HttpRequestMessage(HttpMethod.Post, address)
        {
            Headers =
            {
                { "Klaviyo-Signature", Convert.ToHexStringLower(signature) },
                { "Klaviyo-Timestamp", timestamp },
                { "Klaviyo-Webhook-Id", StandInKlaviyo.WebhookId },
            },
            Content = new ByteArrayContent(body),
        };
    }

    private byte[] Body(int events)
    {
        var now = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            data = Enumerable.Range(0, events).Select(_ => Event($"Bench{++_events}", now)),
            meta = new { klaviyo_account_id = "BeNcH1", klaviyo_webhook_id = StandInKlaviyo.WebhookId, timestamp = now, version = "2024-06-28" },
        });
    }

    private static object Event(string id, string now) => new
    {
        topic = "event:klaviyo.unsubscribed_from_email_marketing",
        external_id = id,
        payload = new
        {
            data = new
            {
                type = "event",
                id,
                attributes = new { datetime = now, event_properties = new { Method = "Preference Page", List = "Newsletter" } },
                relationships = new
                {
                    profile = new { data = new { type = "profile", id = $"01BENCH{id}" } },
                    metric = new { data = new { type = "metric", id = "UaJKqN" } },
                },
            },
        },
    };
}
