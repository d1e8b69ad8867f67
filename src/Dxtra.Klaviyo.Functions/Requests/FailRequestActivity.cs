using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Ends a request that cannot be carried out.</summary>
internal sealed class FailRequestActivity(IRequestStore requests, TimeProvider time)
{
    internal sealed record Input(RequestWork Work, RequestResult Result);

    [Function(nameof(FailRequestActivity))]
    public Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        requests.UpdateAsync(input.Work.ControllerDid, input.Work.RequestId, Actors.System, request => request.IsOver ? request : request with
        {
            Status = RequestStatus.Failed,
            CompletedAt = time.GetUtcNow(),
            Outcome = RequestOutcome.Failure(input.Result),
        }, cancellationToken);
}
