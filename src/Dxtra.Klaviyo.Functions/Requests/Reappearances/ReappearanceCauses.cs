using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Asks Klaviyo how a profile came to be: its own time, and its oldest event as the best evidence of what made it.</summary>
internal sealed class ReappearanceCauses(IKlaviyoConnections connections)
{
    public async Task<ReappearanceCause> FindAsync(string controller, string processorId, string profileId, CancellationToken cancellationToken)
    {
        try
        {
            var klaviyo = await connections.OpenAsync(controller, processorId, due: null, cancellationToken);
            var profile = await klaviyo.Profiles.FindByIdAsync(profileId, cancellationToken: cancellationToken);
            var cause = ReappearanceCause.Unknown with { Created = profile?.Attributes.Created };
            return await FirstEventAsync(klaviyo, profileId, cause, cancellationToken);
        }
        catch (KlaviyoAuthenticationException)
        {
            return ReappearanceCause.Unknown;
        }
        catch (KlaviyoPermissionException)
        {
            return ReappearanceCause.Unknown;
        }
    }

    private static async Task<ReappearanceCause> FirstEventAsync(
        KlaviyoClient klaviyo, string profileId, ReappearanceCause cause, CancellationToken cancellationToken)
    {
        try
        {
            var (metric, integration) = await FirstEvent.FindAsync(klaviyo, profileId, cancellationToken);
            return cause with { Metric = metric, Integration = integration };
        }
        catch (KlaviyoPermissionException)
        {
            // The key may see people and not what they did: then the time alone is evidence.
            return cause;
        }
    }
}
