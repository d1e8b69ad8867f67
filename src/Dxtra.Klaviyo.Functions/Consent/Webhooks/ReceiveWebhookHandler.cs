using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Consent;

internal sealed partial class ReceiveWebhookHandler(
    WebhookReception reception, IOptions<WebhooksOptions> options, TimeProvider time, ILogger<ReceiveWebhookHandler> logger)
{
    public async Task<ReceiveResult> HandleAsync(string processorId, Delivery delivery, DurableTaskClient client, CancellationToken cancellationToken) =>
        (await reception.ReceiveAsync(
            processorId, InboxKind.System, delivery.Body, endpoint => IsGood(delivery, endpoint), client, cancellationToken)).Result;

    private bool IsGood(Delivery delivery, WebhookEndpoint endpoint)
    {
        var now = time.GetUtcNow();
        var verdict = DeliveryCheck.Of(delivery, endpoint.Signing.ValidAt(now), endpoint.Registration?.WebhookId, now, options.Value.Freshness);
        if (verdict is DeliveryVerdict.Right or DeliveryVerdict.Shapeless)
            return true;
        Log.Refused(logger, endpoint.Registration?.ProcessorId, verdict);
        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A delivery for processor {ProcessorId} does not pass: {Verdict}")]
        public static partial void Refused(ILogger logger, string? processorId, DeliveryVerdict verdict);
    }
}
