using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// Starts work on a request again. As at intake, the promise to start is stored first, then the request moves, then the
/// orchestration starts under the run's own id: a crash at any point leaves something for <see cref="StartSweepHandler"/>.
/// </summary>
internal sealed class RequestRuns(IRequestStore requests, IPendingStartStore pending, IEnumerable<RequestOrchestrator> orchestrators, TimeProvider time)
{
    /// <param name="request">As it was read; when it has moved on meanwhile, nothing is changed.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="change">What else changes with it.</param>
    /// <param name="client">Starts the orchestration.</param>
    /// <param name="cancellationToken">Gives up; the promise stays.</param>
    /// <returns>The request as it is now, or null when another call was faster.</returns>
    public async Task<SubjectRequest?> StartAsync(
        SubjectRequest request, string actor, Func<SubjectRequest, SubjectRequest> change, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var work = request.Work() with { Run = request.Run + 1 };
        var orchestrator = orchestrators.Single(orchestrator => orchestrator.Kind == request.Kind);
        var start = new PendingStart(work, orchestrator.Name, time.GetUtcNow());
        await pending.AddAsync(start, cancellationToken);
        var moved = false;
        var now = await requests.UpdateAsync(request.ControllerDid, request.Id, actor, current =>
        {
            moved = current.Run == request.Run && current.Status == request.Status && current.ForgottenAt is null;
            return moved ? change(current) with { Status = RequestStatus.Running, Run = work.Run } : current;
        }, cancellationToken);
        if (moved)
            await RequestIntake.StartAsync(start, client, cancellationToken);
        await pending.RemoveAsync(start, cancellationToken);
        return moved ? now : null;
    }
}
