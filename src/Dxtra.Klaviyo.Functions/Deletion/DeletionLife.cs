using Dxtra.Klaviyo.Functions.Activity;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>
/// How deletion requests take what callers decide: the preview is approved; until the first thing is done to a profile the request can
/// be given up; what was not confirmed, or came back, is deleted again, with a new preview and a new approval.
/// </summary>
internal sealed class DeletionLife(
    IRequestStore requests, RequestRuns runs, PreviewApproval approval, IActivityLog activity, TimeProvider time) : IRequestLife
{
    public RequestKind Kind => RequestKind.Deletion;

    public Task<ChangeRequestResult> ApproveAsync(
        SubjectRequest request, ApproveRequestBody body, string actor, DurableTaskClient client, CancellationToken cancellationToken) =>
        approval.ApproveAsync(request, body, actor, client, cancellationToken);

    public async Task<ChangeRequestResult> CancelAsync(SubjectRequest request, string actor, CancellationToken cancellationToken)
    {
        if (IsStarted(request))
            return new ChangeRequestResult.Refused(DeletionProblems.ExecutionStarted);
        var result = await Cancellation.CancelAsync(requests, request, actor, time.GetUtcNow(), current => !IsStarted(current), cancellationToken);
        if (result is ChangeRequestResult.Changed { Request: var cancelled })
            await LogAsync(cancelled, ActivityType.DeletionCancelled, actor, "Cancelled", cancellationToken);
        return result is ChangeRequestResult.NotNow { Status: RequestStatus.Running } ? new ChangeRequestResult.Refused(DeletionProblems.ExecutionStarted) : result;
    }

    public async Task<ChangeRequestResult> RetryAsync(
        SubjectRequest request, string actor, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refusal)
            return refusal;
        if (await runs.StartAsync(request, actor, DeletionAgain.Of, client, cancellationToken) is not { } started)
            return new ChangeRequestResult.NotNow(RequestStatus.Running);
        await LogAsync(started, ActivityType.DeletionRepeated, actor, "Started", cancellationToken);
        return new ChangeRequestResult.Changed(started);
    }

    private static ChangeRequestResult? Refuse(SubjectRequest request) => request switch
    {
        not { Status: RequestStatus.Completed or RequestStatus.Failed } => new ChangeRequestResult.NotNow(request.Status),
        { ForgottenAt: not null } => new ChangeRequestResult.Refused(RequestProblems.RetentionEnded),
        _ when !DeletionAgain.IsWorthwhile(request) => new ChangeRequestResult.Refused(DeletionProblems.NothingToRepeat),
        _ => null,
    };

    /// <summary>From the first entry of the ledger on nothing can be called back.</summary>
    private static bool IsStarted(SubjectRequest request) => request is { IsOver: false, Deletion.Execution.Started: true };

    private Task LogAsync(SubjectRequest request, ActivityType type, string actor, string outcome, CancellationToken cancellationToken) =>
        activity.AppendAsync(RequestEntries.Of(request, type, actor, time.GetUtcNow(), ["request"], outcome), cancellationToken);
}
