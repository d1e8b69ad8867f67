using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>On the schedule of the setting <c>SyncSchedule</c> (every five minutes): starts a cycle for each active processor.</summary>
internal sealed class SyncFunction(SyncHandler handler)
{
    [Function("Sync")]
    public Task RunAsync(
        [TimerTrigger($"%{SyncSchedule.Setting}%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        handler.HandleAsync(client, cancellationToken);
}
