using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Keeps with a request whom its subject led to; when that is not certain, the request waits for the caller.</summary>
internal sealed class ProfileKeeping(IRequestStore requests)
{
    /// <returns>True when the profiles are the person's for certain.</returns>
    public async Task<bool> KeepAsync(
        RequestWork work, SubjectIdentity subject, IReadOnlyList<FoundResource> found, CancellationToken cancellationToken)
    {
        var profiles = found.Select(profile => Candidate.Of(profile, subject)).ToList();
        var certain = profiles.Count <= 1 && !profiles.Exists(profile => profile.DiffersIn.Count > 0);
        await requests.UpdateAsync(work.ControllerDid, work.RequestId, Actors.System, current => current.IsOver ? current : current with
        {
            Profiles = profiles,
            Status = certain ? RequestStatus.Running : RequestStatus.AwaitingApproval,
        }, cancellationToken);
        return certain;
    }
}
