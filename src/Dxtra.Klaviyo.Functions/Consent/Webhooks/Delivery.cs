using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>A call of Klaviyo's system webhook as it came over the wire.</summary>
/// <param name="Signature">The header <c>Klaviyo-Signature</c>; empty when there is none, as the others.</param>
/// <param name="Timestamp">The header <c>Klaviyo-Timestamp</c>, in the very characters that were signed.</param>
/// <param name="WebhookId">The header <c>Klaviyo-Webhook-Id</c>, which is not signed.</param>
/// <param name="Body">The bytes, not yet known to be anything.</param>
internal sealed record Delivery(string Signature, string Timestamp, string WebhookId, byte[] Body)
{
    public static Delivery Of(HttpRequest request, byte[] body) => new(
        request.Headers["Klaviyo-Signature"].ToString(), request.Headers["Klaviyo-Timestamp"].ToString(), request.Headers["Klaviyo-Webhook-Id"].ToString(), body);

    /// <summary>The type alone: this is people's data and does not belong in a log.</summary>
    public override string ToString() => nameof(Delivery);
}
