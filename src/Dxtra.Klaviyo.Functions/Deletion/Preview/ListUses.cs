using System.Text.Json;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Which channels lists serve, as far as campaigns and flows show. Drafts show nothing: no message goes out by them.</summary>
internal sealed class ListUses
{
    private static readonly Channel[] Every = Enum.GetValues<Channel>();

    private static readonly (CampaignChannels Campaigns, Channel Channel)[] CampaignsOf =
        [(CampaignChannels.Email, Channel.Email), (CampaignChannels.Sms, Channel.Sms), (CampaignChannels.MobilePush, Channel.Other)];

    private readonly Dictionary<string, SortedSet<Channel>> _serves = [];

    /// <summary>The key may not see campaigns or flows: a list may serve more than was seen, so it is taken to serve all.</summary>
    public bool Refused { get; private set; }

    public IReadOnlyList<Channel> Of(string listId) => !Refused && _serves.TryGetValue(listId, out var channels) ? [.. channels] : Every;

    public static async Task<ListUses> ReadAsync(KlaviyoClient klaviyo, IReadOnlyCollection<string> listIds, CancellationToken cancellationToken)
    {
        var uses = new ListUses();
        if (listIds.Count == 0)
            return uses;
        try
        {
            foreach (var (campaigns, channel) in CampaignsOf)
                await uses.ReadCampaignsAsync(klaviyo, campaigns, channel, cancellationToken);
            await uses.ReadFlowsAsync(klaviyo, listIds, cancellationToken);
        }
        catch (KlaviyoPermissionException)
        {
            uses.Refused = true;
        }

        return uses;
    }

    private async Task ReadCampaignsAsync(KlaviyoClient klaviyo, CampaignChannels campaigns, Channel channel, CancellationToken cancellationToken)
    {
        await foreach (var campaign in klaviyo.Campaigns.ListAsync(campaigns, cancellationToken: cancellationToken).ItemsAsync(cancellationToken))
            if (!IsDraft(campaign.Attributes.Status))
                Add(campaign.Attributes.Audiences?.Included ?? [], channel);
    }

    private async Task ReadFlowsAsync(KlaviyoClient klaviyo, IReadOnlyCollection<string> listIds, CancellationToken cancellationToken)
    {
        var triggers = new List<(string List, string Flow)>();
        foreach (var filter in FilterText.Cut(listIds).Select(OneOf))
            await foreach (var list in klaviyo.Lists.ListAsync(filter, withFlows: true, cancellationToken).ItemsAsync(cancellationToken))
                triggers.AddRange(list.Related("flow-triggers").Select(flow => (list.Id, flow.Id)));
        var listsOf = triggers.ToLookup(trigger => trigger.Flow, trigger => trigger.List);
        foreach (var filter in FilterText.Cut(listsOf.Select(flow => flow.Key)).Select(OneOf))
            await foreach (var page in klaviyo.Flows.ListAsync(filter: filter, withActions: true, cancellationToken: cancellationToken))
                Add(page, listsOf);
    }

    private void Add(KlaviyoPage<FlowAttributes> page, ILookup<string, string> listsOf)
    {
        var actions = page.Included.ToLookup(resource => resource.Id, resource => resource.Json.Member("attributes").Member("definition"));
        foreach (var flow in page.Items.Where(flow => !IsDraft(flow.Attributes.Status)))
            foreach (var action in flow.Related("flow-actions").SelectMany(action => actions[action.Id]))
                if (ChannelOf(action) is { } channel)
                    Add(listsOf[flow.Id], channel);
    }

    private void Add(IEnumerable<string> lists, Channel channel)
    {
        foreach (var list in lists)
            (_serves.TryGetValue(list, out var channels) ? channels : _serves[list] = []).Add(channel);
    }

    /// <summary>Null for what sends the person nothing. An experiment has the message inside.</summary>
    private static Channel? ChannelOf(JsonElement? action) => (action.Member("data").Member("main_action") ?? action).Text("type") switch
    {
        "send-email" => Channel.Email,
        "send-sms" => Channel.Sms,
        "send-mobile-push" or "send-whatsapp" => Channel.Other,
        _ => null,
    };

    private static KlaviyoFilter OneOf(IReadOnlyList<string> ids) => KlaviyoFilter.Any("id", ids);

    private static bool IsDraft(string? status) => string.Equals(status, "draft", StringComparison.OrdinalIgnoreCase);
}
