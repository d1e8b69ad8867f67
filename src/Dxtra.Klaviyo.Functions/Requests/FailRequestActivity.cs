using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Ends a request that cannot be carried out. One that was tried again keeps what an earlier run brought.</summary>
internal sealed class FailRequestActivity(IRequestStore requests, TimeProvider time)
{
    internal sealed record Input(RequestWork Work, RequestResult Result);

    /// <returns>True when nothing came of the request, so that what was gathered for it is of no more use.</returns>
    [Function(nameof(FailRequestActivity))]
    public async Task<bool> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var ended = await requests.UpdateAsync(
            input.Work.ControllerDid, input.Work.RequestId, Actors.System, request => request.IsOver ? request : End(request, input.Result), cancellationToken);
        return ended.Status != RequestStatus.Completed;
    }

    private SubjectRequest End(SubjectRequest request, RequestResult result) => request.Outcome is { Exports.Count: > 0 }
        ? request with { Status = RequestStatus.Completed, CompletedAt = time.GetUtcNow() }
        : request with { Status = RequestStatus.Failed, CompletedAt = time.GetUtcNow(), Outcome = RequestOutcome.Failure(result) };
}
