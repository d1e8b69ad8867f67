using Dxtra.Klaviyo.Functions.Accounts;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Takes in a request that was checked, whatever its kind: for a connected processor, once for a key, once for a person.</summary>
internal sealed class RequestDesk(
    IProcessorStore processors, IRequestStore requests, RequestIntake intake, SubjectVault vault, RequestRetention retention)
{
    /// <param name="call">The call.</param>
    /// <param name="route">The last word of its route: the same key there and elsewhere are two.</param>
    /// <param name="make">Makes the request; not called when it cannot be taken.</param>
    /// <param name="orchestrator">What works on it.</param>
    /// <param name="client">Starts that.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<NewRequestResult> TakeAsync<T>(
        NewRequest<T> call, string route, Func<Task<SubjectRequest>> make, string orchestrator, DurableTaskClient client, CancellationToken cancellationToken)
        where T : notnull
    {
        if (await processors.FindAsync(call.Controller, call.ProcessorId, cancellationToken) is not { } processor)
            return new NewRequestResult.NoProcessor();
        if (processor.Status is not (ProcessorStatus.Active or ProcessorStatus.Error))
            return new NewRequestResult.NotActive(processor.Status);

        var request = await make();
        await retention.NoteAsync(request, cancellationToken);
        var claim = call.IdempotencyKey is not { } key
            ? null
            : await vault.ClaimOfAsync(call.Controller, $"{call.ProcessorId}/{route}", key, call.Body, cancellationToken);
        return await intake.AcceptAsync(request, call.Actor, claim, orchestrator, client, cancellationToken) switch
        {
            ClaimResult.Repeated { RequestId: var id } => new NewRequestResult.Accepted(await EarlierAsync(call.Controller, id, cancellationToken)),
            ClaimResult.AlreadyRunning { RequestId: var id } => new NewRequestResult.AlreadyRunning(await EarlierAsync(call.Controller, id, cancellationToken)),
            ClaimResult.KeyReused => new NewRequestResult.KeyReused(),
            _ => new NewRequestResult.Accepted(request),
        };
    }

    private async Task<SubjectRequest> EarlierAsync(string controller, string requestId, CancellationToken cancellationToken) =>
        await requests.FindAsync(controller, requestId, cancellationToken)
        ?? throw new InvalidOperationException($"The request {requestId} that an earlier call made is missing.");
}
