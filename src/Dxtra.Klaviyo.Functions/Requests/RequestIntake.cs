using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// Claim, then start. The promise to start is stored before the request, so that a crash at any point leaves something for
/// <see cref="StartSweepHandler"/> to find; the orchestration has the request's id.
/// </summary>
internal sealed class RequestIntake(IRequestStore requests, IPendingStartStore pending)
{
    public async Task<ClaimResult> AcceptAsync(
        SubjectRequest request, string actor, IdempotencyClaim? idempotency, string orchestrator,
        DurableTaskClient client, CancellationToken cancellationToken)
    {
        var start = new PendingStart(new(request.ControllerDid, request.ProcessorId, request.Id), orchestrator, request.CreatedAt);
        await pending.AddAsync(start, cancellationToken);
        var result = await requests.ClaimAsync(request, actor, idempotency, cancellationToken);
        if (result is ClaimResult.Claimed)
            await StartAsync(start, client, cancellationToken);
        await pending.RemoveAsync(start, cancellationToken);
        return result;
    }

    public static Task StartAsync(PendingStart start, DurableTaskClient client, CancellationToken cancellationToken) =>
        client.ScheduleNewOrchestrationInstanceAsync(
            start.Orchestrator, start.Work, new StartOrchestrationOptions(start.Work.InstanceId()), cancellationToken);
}
