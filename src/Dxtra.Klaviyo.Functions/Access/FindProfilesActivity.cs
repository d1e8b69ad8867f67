using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// Looks the subject up at Klaviyo, or the profiles that the caller picked, and keeps them with the request; history learns only how
/// many. When it is not certain whose profiles these are, the request waits for the caller.
/// </summary>
internal sealed class FindProfilesActivity(
    IRequestStore requests, SubjectVault vault, IKlaviyoConnections connections, ProfileKeeping keeping, ProfileParts parts,
    ReappearanceWatch watch)
{
    internal sealed record Input(RequestWork Work);

    /// <param name="Profiles">How many there are.</param>
    /// <param name="Parts">What came with the look-up.</param>
    /// <param name="Ended">Why the work goes no further now; null when it does.</param>
    internal sealed record Output(int Profiles, IReadOnlyList<PartResult> Parts, RequestResult? Ended);

    [Function(nameof(FindProfilesActivity))]
    public Task<OrLater<Output>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => FindAsync(input, cancellationToken));

    private async Task<Output> FindAsync(Input input, CancellationToken cancellationToken)
    {
        var (controller, processorId, requestId) = (input.Work.ControllerDid, input.Work.ProcessorId, input.Work.RequestId);
        var request = await requests.UpdateAsync(controller, requestId, Actors.System, Start, cancellationToken);
        if (request.IsOver)
            return new(0, [], RequestResult.Cancelled);
        var klaviyo = await connections.OpenAsync(controller, processorId, request.DueAt, cancellationToken);
        try
        {
            return request.Picked
                ? await ReadPickedAsync(input.Work, request, klaviyo, cancellationToken)
                : await SearchAsync(input.Work, request, klaviyo, cancellationToken);
        }
        catch (KlaviyoAuthenticationException)
        {
            return new(0, [], RequestResult.AuthenticationFailed);
        }
        catch (KlaviyoPermissionException)
        {
            return new(0, [], RequestResult.MissingScope);
        }
    }

    private static SubjectRequest Start(SubjectRequest request) =>
        request.IsOver ? request : request with { Status = RequestStatus.Running };

    private async Task<Output> SearchAsync(RequestWork work, SubjectRequest request, KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        var subject = (await vault.OpenAsync(request, cancellationToken)).Subject;
        var found = await new ProfileSearch(klaviyo).FindAsync(subject, cancellationToken);
        await watch.SeeAsync(work.ControllerDid, work.ProcessorId, [.. found.Select(profile => ProfileIdentity.Of(profile.Profile.Json))], "accessRequest", cancellationToken);
        return await keeping.KeepAsync(work, subject, found, cancellationToken)
            ? new(found.Count, await WriteAsync(work, klaviyo, found, cancellationToken), null)
            : new(found.Count, [], RequestResult.AwaitingApproval);
    }

    /// <summary>Anew: days may lie between the look-up and the pick.</summary>
    private async Task<Output> ReadPickedAsync(RequestWork work, SubjectRequest request, KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        var picked = request.Profiles!;
        var found = (await new ProfileSearch(klaviyo).FindAsync(picked, cancellationToken)).ToDictionary(profile => profile.Profile.Id);
        var results = new List<PartResult>();
        for (var index = 0; index < picked.Count; index++)
        {
            if (found.TryGetValue(picked[index].ProfileId, out var profile))
                results.AddRange(await parts.WriteAsync(work, index, klaviyo, profile, cancellationToken));
            else
                results.AddRange(parts.Gone(index));
        }

        return new(picked.Count, results, null);
    }

    private async Task<IReadOnlyList<PartResult>> WriteAsync(
        RequestWork work, KlaviyoClient klaviyo, IReadOnlyList<FoundResource> found, CancellationToken cancellationToken)
    {
        var results = new List<PartResult>();
        for (var index = 0; index < found.Count; index++)
            results.AddRange(await parts.WriteAsync(work, index, klaviyo, found[index], cancellationToken));
        return results;
    }
}
