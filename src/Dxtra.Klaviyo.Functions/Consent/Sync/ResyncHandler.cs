using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Consent;

internal sealed class ResyncHandler(IProcessorStore processors, SyncDesk desk, SubjectVault vault, IActivityLog activity, TimeProvider time)
{
    public async Task<ResyncResult> HandleAsync(NewRequest<ResyncBody> call, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (await processors.FindAsync(call.Controller, call.ProcessorId, cancellationToken) is not { } processor)
            return new ResyncResult.NoProcessor();
        if (processor.Status != ProcessorStatus.Active)
            return new ResyncResult.NotActive(processor.Status);
        var claim = call.IdempotencyKey is { } key
            ? await vault.ClaimOfAsync(call.Controller, $"{call.ProcessorId}/resync", key, call.Body, cancellationToken)
            : null;
        await activity.AppendAsync(ProcessorEntries.Of(processor, ActivityType.ResyncOrdered, call.Actor, time.GetUtcNow()), cancellationToken);
        return await desk.StartAsync(call.Controller, call.ProcessorId, call.Body.Full, claim, client, cancellationToken) is { } id
            ? new ResyncResult.Accepted(id)
            : new ResyncResult.KeyReused();
    }
}
