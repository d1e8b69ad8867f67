using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Every minute: starts what was stored but never started.</summary>
internal sealed class StartSweepFunction(StartSweepHandler handler)
{
    [Function("StartSweep")]
    public Task RunAsync(
        [TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        handler.HandleAsync(client, cancellationToken);
}
