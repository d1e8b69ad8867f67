using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Orders the execution of an approved preview, once: of two orders at the same time one wins.</summary>
internal sealed class ExecuteRequestHandler(IRequestStore requests, RequestRuns runs, IActivityLog activity, TimeProvider time)
{
    public async Task<ChangeRequestResult> HandleAsync(
        string controller, string requestId, ExecuteRequestBody body, string actor, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(controller, requestId, cancellationToken) is not { Deletion: { } deletion } request)
            return new ChangeRequestResult.NoRequest();
        if (Refuse(request, deletion, body.PreviewHash) is { } refusal)
            return refusal;
        var order = new ExecutionOrder(time.GetUtcNow(), actor);
        var changed = await runs.StartAsync(
            request, actor, current => current with { Deletion = current.Deletion! with { Execution = order, Erased = [] } }, client, cancellationToken);
        if (changed is null)
            return new ChangeRequestResult.NotNow(RequestStatus.Running);
        await activity.AppendAsync(
            RequestEntries.Of(changed, ActivityType.DeletionOrdered, actor, order.At, [.. deletion.Scope.Select(scope => $"{scope}")], "Ordered"), cancellationToken);
        return new ChangeRequestResult.Changed(changed);
    }

    private static ChangeRequestResult? Refuse(SubjectRequest request, DeletionCase deletion, string? hash) => (request, deletion) switch
    {
        ({ IsOver: true }, _) => new ChangeRequestResult.NotNow(request.Status),
        (_, { Identity: null }) => new ChangeRequestResult.Refused(PreviewProblems.IdentityMissing),
        ({ Status: not RequestStatus.AwaitingApproval }, _) or (_, { Preview: null }) => new ChangeRequestResult.NotNow(request.Status),
        _ when string.IsNullOrEmpty(hash) => HashMissing(),
        _ when hash != deletion.Preview!.Hash || deletion.Approvals.Any(approval => approval.PreviewHash != hash) =>
            new ChangeRequestResult.Refused(PreviewProblems.Stale(deletion.Preview.Hash)),
        (_, { Approvals.Count: 0 }) => new ChangeRequestResult.Refused(ExecuteProblems.ApprovalMissing),
        (_, { IsApproved: false }) => new ChangeRequestResult.Refused(ExecuteProblems.SecondApprovalMissing),
        _ => null,
    };

    private static ChangeRequestResult.Invalid HashMissing()
    {
        var errors = new FieldErrors();
        errors.Add("previewHash", "Name the hash of the approved preview.");
        return new(errors);
    }
}
