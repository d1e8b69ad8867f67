using Dxtra.Klaviyo.Client;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>The names of an account's campaigns and flows, and which campaign a message belongs to.</summary>
internal sealed class MessageNames
{
    private readonly Dictionary<string, string?> _campaigns = [];
    private readonly Dictionary<string, string?> _flows = [];
    private readonly Dictionary<string, string> _campaignOfMessage = [];

    public bool KnowsCampaign(string id) => _campaigns.ContainsKey(id);

    public bool KnowsFlow(string id) => _flows.ContainsKey(id);

    public string? Campaign(string? id) => id is null ? null : _campaigns.GetValueOrDefault(id);

    public string? Flow(string? id) => id is null ? null : _flows.GetValueOrDefault(id);

    public string? CampaignOfMessage(string? messageId) => messageId is null ? null : _campaignOfMessage.GetValueOrDefault(messageId);

    /// <summary>Reads them all; without those that the key may not see.</summary>
    public static async Task<MessageNames> ReadAsync(KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        var names = new MessageNames();
        await Task.WhenAll(names.ReadCampaignsAsync(klaviyo, cancellationToken), names.ReadFlowsAsync(klaviyo, cancellationToken));
        return names;
    }

    private async Task ReadCampaignsAsync(KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var campaign in klaviyo.Campaigns.ListAsync(includeArchived: true, cancellationToken: cancellationToken).ItemsAsync(cancellationToken))
            {
                _campaigns[campaign.Id] = campaign.Attributes.Name;
                foreach (var message in campaign.Related("campaign-messages"))
                    _campaignOfMessage[message.Id] = campaign.Id;
            }
        }
        catch (KlaviyoPermissionException)
        {
            // Then campaigns have ids only.
        }
    }

    private async Task ReadFlowsAsync(KlaviyoClient klaviyo, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var flow in klaviyo.Flows.ListAsync(includeArchived: true, cancellationToken: cancellationToken).ItemsAsync(cancellationToken))
                _flows[flow.Id] = flow.Attributes.Name;
        }
        catch (KlaviyoPermissionException)
        {
            // Then flows have ids only.
        }
    }
}
