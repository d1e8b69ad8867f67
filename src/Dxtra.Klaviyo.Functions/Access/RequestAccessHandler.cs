using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Checks an access request, stores it with its subject sealed, and starts <see cref="AccessOrchestrator"/>.</summary>
internal sealed class RequestAccessHandler(RequestDesk desk, AccessRequestMaker maker, ExportRetention retention, TimeProvider time)
{
    public async Task<NewRequestResult> HandleAsync(
        NewRequest<AccessRequestBody> call, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        return AccessRequestRules.Check(call.Body, time.GetUtcNow(), errors) is { } order
            ? await desk.TakeAsync(call, "access-requests", () => MakeAsync(call, order, cancellationToken), nameof(AccessOrchestrator), client, cancellationToken)
            : new NewRequestResult.Invalid(errors);
    }

    private async Task<SubjectRequest> MakeAsync(NewRequest<AccessRequestBody> call, AccessOrder order, CancellationToken cancellationToken)
    {
        var request = await maker.MakeAsync(call.Controller, call.ProcessorId, order, time.GetUtcNow(), batchId: null, cancellationToken);
        if (request.Encrypted)
            await retention.NoteAsync(request.Work(), cancellationToken);
        return request;
    }
}
