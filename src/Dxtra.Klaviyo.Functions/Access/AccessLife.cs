using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// How access requests take what callers decide: one that waits goes on with the profiles that the caller picked; one that failed or
/// has gaps is read again; one that is cancelled while work on it is under way discards what it gathered when that comes to its end.
/// </summary>
internal sealed class AccessLife(IRequestStore requests, RequestRuns runs, TimeProvider time) : IRequestLife
{
    public RequestKind Kind => RequestKind.Access;

    public async Task<ChangeRequestResult> ApproveAsync(
        SubjectRequest request, ApproveRequestBody body, string actor, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (request.Status != RequestStatus.AwaitingApproval)
            return new ChangeRequestResult.NotNow(request.Status);
        var errors = new FieldErrors();
        var picked = ProfilePick.Of(request.Profiles ?? [], body.Profiles ?? [], errors);
        if (errors.Any)
            return new ChangeRequestResult.Invalid(errors);
        var changed = await runs.StartAsync(request, actor, current => current with { Profiles = picked, Picked = true }, client, cancellationToken);
        return changed is null ? new ChangeRequestResult.NotNow(RequestStatus.Running) : new ChangeRequestResult.Changed(changed);
    }

    public Task<ChangeRequestResult> CancelAsync(SubjectRequest request, string actor, CancellationToken cancellationToken) =>
        Cancellation.CancelAsync(requests, request, actor, time.GetUtcNow(), _ => true, cancellationToken);

    public async Task<ChangeRequestResult> RetryAsync(
        SubjectRequest request, string actor, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (request.ForgottenAt is not null)
            return new ChangeRequestResult.Refused(RequestProblems.RetentionEnded);
        if (!IsWorthwhile(request))
            return new ChangeRequestResult.NotNow(request.Status);
        var changed = await runs.StartAsync(request, actor, current => current with { CompletedAt = null }, client, cancellationToken);
        return changed is null ? new ChangeRequestResult.NotNow(RequestStatus.Running) : new ChangeRequestResult.Changed(changed);
    }

    /// <summary>What was gathered is gone with the exports, and with it the passphrase: then it takes a new request.</summary>
    private static bool IsWorthwhile(SubjectRequest request) => request.ExpiredAt is null && request.Status switch
    {
        RequestStatus.Failed => true,
        RequestStatus.Completed => request.Outcome is { Gaps.Count: > 0 },
        _ => false,
    };
}
