using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The request is over: completed, or failed when nothing was taken or the work broke. A repeat changes nothing.</summary>
internal sealed class EndDeletionActivity(IRequestStore requests, IActivityLog activity, WatchLooks looks, TimeProvider time)
{
    internal sealed record Input(RequestWork Work, bool Broken);

    [Function(nameof(EndDeletionActivity))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken);
        if (request is null || !IsAt(request, work))
            return;
        var ended = End(request, input.Broken);
        await activity.AppendAsync(
            RequestEntries.Of(request, ActivityType.DeletionEnded, Actors.System, time.GetUtcNow(), [.. request.Deletion!.Scope.Select(scope => $"{scope}")], $"{ended.Outcome!.Result}"),
            cancellationToken);
        if (ended.Status == RequestStatus.Completed)
            await looks.PromiseAsync(ended, cancellationToken);
        await requests.UpdateAsync(
            work.ControllerDid, work.RequestId, Actors.System, current => IsAt(current, work) ? End(current, input.Broken) : current, cancellationToken);
    }

    private static bool IsAt(SubjectRequest request, RequestWork work) => !request.IsOver && request.Run == work.Run;

    private SubjectRequest End(SubjectRequest request, bool broken)
    {
        var erased = request.Deletion!.Erased;
        var failed = broken || (erased.Count > 0 && erased.All(profile => profile.Outcome == DeletionOutcome.Failed));
        return request with
        {
            Status = failed ? RequestStatus.Failed : RequestStatus.Completed,
            CompletedAt = time.GetUtcNow(),
            Outcome = request.Outcome ?? RequestOutcome.Failure(RequestResult.Unavailable),
            Deletion = request.Deletion with { Waiting = null },
        };
    }
}
