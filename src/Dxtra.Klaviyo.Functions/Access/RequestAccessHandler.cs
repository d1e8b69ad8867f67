using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Checks an access request, stores it with its subject sealed, and starts <see cref="AccessOrchestrator"/>.</summary>
internal sealed class RequestAccessHandler(
    IProcessorStore processors, IRequestStore requests, RequestIntake intake, SubjectVault vault, ExportRetention retention, TimeProvider time)
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

        var request = await MakeAsync(command, order, cancellationToken);
        if (request.Encrypted)
            await retention.NoteAsync(request.Work(), cancellationToken);
        var claim = await ClaimAsync(command, cancellationToken);
        return await intake.AcceptAsync(request, command.Actor, claim, nameof(AccessOrchestrator), client, cancellationToken) switch
        {
            ClaimResult.Repeated { RequestId: var id } => new RequestAccessResult.Accepted(await EarlierAsync(command, id, cancellationToken)),
            ClaimResult.KeyReused => new RequestAccessResult.KeyReused(),
            _ => new RequestAccessResult.Accepted(request),
        };
    }

    private async Task<SubjectRequest> MakeAsync(RequestAccessCommand command, AccessOrder order, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = DescendingId.New(now);
        var subject = await vault.SealAsync(command.Controller, id, new(order.Subject, order.Note) { Passphrase = order.Passphrase }, cancellationToken);
        return new()
        {
            Id = id,
            ControllerDid = command.Controller,
            ProcessorId = command.ProcessorId,
            Kind = RequestKind.Access,
            Status = RequestStatus.Received,
            Regulation = order.Regulation.Id,
            ReceivedAt = order.ReceivedAt,
            DueAt = order.Regulation.DueAt(order.ReceivedAt),
            CreatedAt = now,
            Formats = order.Formats,
            SubjectCipherText = subject.CipherText,
            SubjectKey = subject.Key,
            SubjectMasked = subject.Masked,
            Encrypted = order.Passphrase is not null,
        };
    }

    private async Task<IdempotencyClaim?> ClaimAsync(RequestAccessCommand command, CancellationToken cancellationToken) =>
        command.IdempotencyKey is not { } key
            ? null
            : await vault.ClaimOfAsync(command.Controller, $"{command.ProcessorId}/access-requests", key, command.Body, cancellationToken);

    private async Task<SubjectRequest> EarlierAsync(RequestAccessCommand command, string requestId, CancellationToken cancellationToken) =>
        await requests.FindAsync(command.Controller, requestId, cancellationToken)
        ?? throw new InvalidOperationException($"The request {requestId} of an idempotency key is missing.");
}
