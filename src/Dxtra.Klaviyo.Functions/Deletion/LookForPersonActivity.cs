using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Looks for an erased person by what the request named them by, and tells the watch whom that brings.</summary>
internal sealed class LookForPersonActivity(
    IRequestStore requests, SubjectVault vault, IKlaviyoConnections connections, ReappearanceWatch watch)
{
    internal sealed record Input(RequestWork Work);

    /// <returns>How many profiles there are.</returns>
    [Function(nameof(LookForPersonActivity))]
    public Task<OrLater<int>> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken) =>
        Later.OrAsync(() => LookAsync(input.Work, cancellationToken));

    private async Task<int> LookAsync(RequestWork work, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(work.ControllerDid, work.RequestId, cancellationToken);
        if (request is not { Status: RequestStatus.Completed, ForgottenAt: null } || request.Run != work.Run)
            return 0;
        try
        {
            var klaviyo = await connections.OpenAsync(work.ControllerDid, work.ProcessorId, due: null, cancellationToken);
            var found = await new ProfileSearch(klaviyo).FindAsync((await vault.OpenAsync(request, cancellationToken)).Subject, cancellationToken);
            await watch.SeeAsync(work.ControllerDid, work.ProcessorId, [.. found.Select(profile => ProfileIdentity.Of(profile.Profile.Json))], "laterLook", cancellationToken);
            return found.Count;
        }
        catch (Exception exception) when (exception is KlaviyoAuthenticationException or KlaviyoPermissionException)
        {
            return 0;
        }
    }
}
