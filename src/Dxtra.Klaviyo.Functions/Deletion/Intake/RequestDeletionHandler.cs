using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Checks a deletion request, stores it with its subject sealed, and lets its identity phase begin.</summary>
internal sealed class RequestDeletionHandler(
    RequestDesk desk, DeletionRequestMaker maker, IEnumerable<RequestOrchestrator> orchestrators, IActivityLog activity, TimeProvider time)
{
    public async Task<NewRequestResult> HandleAsync(
        NewRequest<DeletionRequestBody> call, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (DeletionRequestRules.Check(call.Body, time.GetUtcNow(), errors) is not { } order)
            return new NewRequestResult.Invalid(errors);
        var orchestrator = orchestrators.Single(orchestrator => orchestrator.Kind == RequestKind.Deletion).Name;
        SubjectRequest? made = null;
        var result = await desk.TakeAsync(
            call, "deletion-requests", async () => made = await maker.MakeAsync(call.Controller, call.ProcessorId, order, time.GetUtcNow(), cancellationToken),
            orchestrator, client, cancellationToken);
        if (result is NewRequestResult.Accepted { Request: var accepted } && ReferenceEquals(accepted, made))
        {
            IReadOnlyList<string> fields = [.. accepted.Deletion!.Scope.Select(Words.Of)];
            await activity.AppendAsync(
                RequestEntries.Of(accepted, ActivityType.DeletionRequest, call.Actor, accepted.CreatedAt, fields, "Received"), cancellationToken);
        }

        return result;
    }
}
