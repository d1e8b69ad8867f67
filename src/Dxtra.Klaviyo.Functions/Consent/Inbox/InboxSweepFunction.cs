using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Every minute: calls somebody to messages that wait and that nobody works off.</summary>
internal sealed class InboxSweepFunction(InboxSweepHandler handler)
{
    [Function("InboxSweep")]
    public Task RunAsync(
        [TimerTrigger("40 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        handler.HandleAsync(client, cancellationToken);
}
