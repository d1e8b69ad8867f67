using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Starts another run of a request that failed or that has gaps.</summary>
internal sealed class RetryRequestHandler(IRequestStore requests, RequestRuns runs)
{
    public async Task<ChangeRequestResult> HandleAsync(
        string controller, string requestId, string actor, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(controller, requestId, cancellationToken) is not { } request)
            return new ChangeRequestResult.NoRequest();
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
