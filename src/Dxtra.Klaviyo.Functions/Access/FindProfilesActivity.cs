using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Looks the subject up at Klaviyo and keeps the profiles found with the request; history learns only how many.</summary>
internal sealed class FindProfilesActivity(IRequestStore requests, SubjectVault vault, IKlaviyoConnections connections)
{
    internal sealed record Input(RequestWork Work);

    /// <param name="Profiles">How many were found.</param>
    /// <param name="Refusal">Why nobody could be looked up at all; null when that worked.</param>
    internal sealed record Output(int Profiles, RequestResult? Refusal);

    [Function(nameof(FindProfilesActivity))]
    public async Task<Output> RunAsync([ActivityTrigger] Input input, CancellationToken cancellationToken)
    {
        var (controller, processorId, requestId) = input.Work;
        var request = await requests.UpdateAsync(
            controller, requestId, Actors.System, request => request with { Status = RequestStatus.Running }, cancellationToken);
        var envelope = await vault.OpenAsync(request, cancellationToken);
        var klaviyo = await connections.OpenAsync(controller, processorId, cancellationToken);
        try
        {
            var found = await ProfileSearch.FindAsync(klaviyo, envelope.Subject, cancellationToken);
            await requests.UpdateAsync(controller, requestId, Actors.System, current => current with { Profiles = found }, cancellationToken);
            return new(found.Count, null);
        }
        catch (KlaviyoAuthenticationException)
        {
            return new(0, RequestResult.AuthenticationFailed);
        }
        catch (KlaviyoPermissionException)
        {
            return new(0, RequestResult.MissingScope);
        }
    }
}
