using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Lets a request that waits go on with the profiles that the caller picked.</summary>
internal sealed class ApproveRequestHandler(IRequestStore requests, RequestRuns runs)
{
    public async Task<ChangeRequestResult> HandleAsync(
        string controller, string requestId, ApproveRequestBody body, string actor, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(controller, requestId, cancellationToken) is not { } request)
            return new ChangeRequestResult.NoRequest();
        if (request.Status != RequestStatus.AwaitingApproval)
            return new ChangeRequestResult.NotNow(request.Status);
        var errors = new FieldErrors();
        var picked = Pick(request.Profiles ?? [], body.Profiles ?? [], errors);
        if (errors.Any)
            return new ChangeRequestResult.Invalid(errors);
        var changed = await runs.StartAsync(request, actor, current => current with { Profiles = picked, Picked = true }, client, cancellationToken);
        return changed is null ? new ChangeRequestResult.NotNow(RequestStatus.Running) : new ChangeRequestResult.Changed(changed);
    }

    private static List<FoundProfile> Pick(IReadOnlyList<FoundProfile> candidates, IReadOnlyList<string> ids, FieldErrors errors)
    {
        if (ids.Count == 0)
            errors.Add("profiles", "Name at least one of the profiles that the request shows. When none is the person's, cancel the request.");
        if (ids.Any(id => candidates.All(candidate => candidate.ProfileId != id)))
            errors.Add("profiles", "A profile that the request does not show cannot be picked.");
        return [.. candidates.Where(candidate => ids.Contains(candidate.ProfileId))];
    }
}
