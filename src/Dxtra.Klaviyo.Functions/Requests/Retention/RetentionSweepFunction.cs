using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Every hour: forgets whom the requests were about whose retention has ended.</summary>
internal sealed class RetentionSweepFunction(RetentionSweepHandler handler)
{
    [Function("RetentionSweep")]
    public Task RunAsync([TimerTrigger("0 37 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken);
}
