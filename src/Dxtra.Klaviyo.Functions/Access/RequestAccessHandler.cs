using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Checks an access request, stores it with its subject sealed, and starts <see cref="AccessOrchestrator"/>.</summary>
internal sealed class RequestAccessHandler(
    IProcessorStore processors, IRequestStore requests, RequestIntake intake, AccessRequestMaker maker, SubjectVault vault, ExportRetention retention, TimeProvider time)
{
    public async Task<RequestAccessResult> HandleAsync(
        RequestAccessCommand command, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (AccessRequestRules.Check(command.Body, time.GetUtcNow(), errors) is not { } order)
            return new RequestAccessResult.Invalid(errors);
        if (await processors.FindAsync(command.Controller, command.ProcessorId, cancellationToken) is not { } processor)
            return new RequestAccessResult.NoProcessor();
        if (processor.Status is not (ProcessorStatus.Active or ProcessorStatus.Error))
            return new RequestAccessResult.NotActive(processor.Status);

        var request = await maker.MakeAsync(command.Controller, command.ProcessorId, order, time.GetUtcNow(), batchId: null, cancellationToken);
        if (request.Encrypted)
            await retention.NoteAsync(request.Work(), cancellationToken);
        var claim = await ClaimAsync(command, cancellationToken);
        return await intake.AcceptAsync(request, command.Actor, claim, nameof(AccessOrchestrator), client, cancellationToken) switch
        {
            ClaimResult.Repeated { RequestId: var id } => new RequestAccessResult.Accepted(await EarlierAsync(command, id, cancellationToken)),
            ClaimResult.AlreadyRunning { RequestId: var id } => new RequestAccessResult.AlreadyRunning(await EarlierAsync(command, id, cancellationToken)),
            ClaimResult.KeyReused => new RequestAccessResult.KeyReused(),
            _ => new RequestAccessResult.Accepted(request),
        };
    }

    private async Task<IdempotencyClaim?> ClaimAsync(RequestAccessCommand command, CancellationToken cancellationToken) =>
        command.IdempotencyKey is not { } key
            ? null
            : await vault.ClaimOfAsync(command.Controller, $"{command.ProcessorId}/access-requests", key, command.Body, cancellationToken);

    private async Task<SubjectRequest> EarlierAsync(RequestAccessCommand command, string requestId, CancellationToken cancellationToken) =>
        await requests.FindAsync(command.Controller, requestId, cancellationToken)
        ?? throw new InvalidOperationException($"The request {requestId} that an earlier call made is missing.");
}
