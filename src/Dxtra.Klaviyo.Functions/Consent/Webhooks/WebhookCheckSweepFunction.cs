using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Every five minutes: looks after the webhooks whose next check is due.</summary>
internal sealed class WebhookCheckSweepFunction(WebhookCheckSweepHandler handler)
{
    [Function("WebhookCheckSweep")]
    public Task RunAsync([TimerTrigger("20 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken);
}
