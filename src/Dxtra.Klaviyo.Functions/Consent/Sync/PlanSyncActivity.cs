using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Decides what a cycle reads. Before that, what a crash left undone is done.</summary>
internal sealed class PlanSyncActivity(
    IProcessorStore processors, ISyncStore store, OwedSweep owed, IOptions<ConsentOptions> options, TimeProvider time)
{
    internal sealed record Input(RequestWork Work);

    [Function(nameof(PlanSyncActivity))]
    public async Task<SyncPlan> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var (controller, processorId, cycleId) = (input.Work.ControllerDid, input.Work.ProcessorId, input.Work.RequestId);
        var cycle = await store.FindAsync(controller, processorId, cycleId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no cycle {cycleId}.");
        await owed.RunAsync(controller, processorId, cancellationToken);
        var processor = await processors.FindAsync(controller, processorId, cancellationToken);
        var state = await store.ReadAsync(controller, processorId, cancellationToken);
        var plan = SyncPlan.Of(state, cycle.Full, options.Value, time.GetUtcNow());
        await store.WriteAsync(controller, processorId, cycle with { Full = plan.Full, StartedAt = plan.StartedAt }, cancellationToken);
        return plan with { IsActive = processor?.Status == ProcessorStatus.Active };
    }
}
