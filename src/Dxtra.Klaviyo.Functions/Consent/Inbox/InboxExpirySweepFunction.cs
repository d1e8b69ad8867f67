using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Every hour: deletes kept messages whose time is over.</summary>
internal sealed class InboxExpirySweepFunction(InboxExpirySweepHandler handler)
{
    [Function("InboxExpirySweep")]
    public Task RunAsync([TimerTrigger("0 52 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken);
}
