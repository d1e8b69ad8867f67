using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Looks for the profile that another one was merged into: whoever has the identifiers now that the lost one had. It takes the lost
/// one's place; when there is no such profile, or not one alone, the loss stays a gap.
/// </summary>
internal sealed class FollowProfileActivity(IRequestStore requests, IKlaviyoConnections connections, ReadingRoom room, ProfileParts parts)
{
    internal sealed record Input(RequestWork Work, int Profile);

    /// <param name="Parts">The parts of the profile that was found; null when there is none.</param>
    internal sealed record Output(IReadOnlyList<PartResult>? Parts);

    [Function(nameof(FollowProfileActivity))]
    public Task<OrLater<Output>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => FollowAsync(input, cancellationToken));

    private async Task<Output> FollowAsync(Input input, CancellationToken cancellationToken)
    {
        var work = input.Work;
        if (await room.IdentityAsync(work, input.Profile, cancellationToken) is not { } lost)
            return new(null);
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken);
        if (request?.Profiles is not { } profiles || request.Status == RequestStatus.Cancelled)
            return new(null);
        var klaviyo = await connections.OpenAsync(work.ControllerDid, work.ProcessorId, request.DueAt, cancellationToken);
        var found = await new ProfileSearch(klaviyo).FindAsync(new SubjectIdentity(lost.Email, lost.Phone, lost.ExternalId, null), cancellationToken);
        if (found is not [var survivor] || !TakesThePlace(survivor.Profile.Id, profiles, input.Profile))
            return new(null);

        await requests.UpdateAsync(work.ControllerDid, work.RequestId, Actors.System,
            current => current with { Profiles = Replace(current.Profiles!, input.Profile, survivor) }, cancellationToken);
        return new(await parts.WriteAsync(work, input.Profile, klaviyo, survivor, cancellationToken));
    }

    /// <summary>Not one that is in the export anyway; but one that an attempt before this has put there already.</summary>
    private static bool TakesThePlace(string survivor, IReadOnlyList<FoundProfile> profiles, int index) =>
        profiles.Index().All(profile => profile.Item.ProfileId != survivor || (profile.Index == index && profile.Item.MergedFrom is not null));

    private static List<FoundProfile> Replace(IReadOnlyList<FoundProfile> profiles, int index, FoundResource survivor)
    {
        var identity = ProfileIdentity.Of(survivor.Profile.Json);
        var masked = SubjectMask.Of(new(identity.Email, identity.Phone, identity.ExternalId, identity.Id));
        return [.. profiles.Select((profile, at) => at == index && profile.ProfileId != identity.Id
            ? profile with { ProfileId = identity.Id, Masked = masked, MergedFrom = profile.ProfileId }
            : profile)];
    }
}
