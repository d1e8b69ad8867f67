using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;

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
            await foreach (var page in klaviyo.Events.SearchAsync(
                EventFilter.Profile(profileId), EventIncludes.Metric, EventSort.OldestFirst, pageSize: 1, cancellationToken))
            {
                var metric = page.Included.FirstOrDefault(resource => resource.Type == "metric")?.Attributes;
                return cause with { Metric = metric?.Text("name"), Integration = metric?.Member("integration").Text("name") };
            }
        }
        catch (KlaviyoPermissionException)
        {
            // The key may see people and not what they did: then the time alone is evidence.
        }

        return cause;
    }
}
