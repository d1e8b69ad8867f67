using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Paging;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Campaigns;

/// <summary>Campaigns of one channel, which the filter must name. Archived ones come only when it asks for them.</summary>
internal sealed class CampaignsResource(AccountData data) : IResource
{
    private static readonly FieldMap<Campaign> Filters = new(new Dictionary<string, Func<Campaign, object?>>
    {
        ["id"] = campaign => campaign.Id,
        ["messages.channel"] = campaign => campaign.Channel,
        ["name"] = campaign => campaign.Name,
        ["status"] = campaign => campaign.Status,
        ["archived"] = campaign => campaign.Archived,
        ["created_at"] = campaign => campaign.Created,
        ["scheduled_at"] = campaign => campaign.Scheduled,
        ["updated_at"] = campaign => campaign.Updated,
    });

    private static readonly SortedRows<Campaign> Rows = new(campaign => campaign.Id, new Dictionary<string, Func<Campaign, string>>
    {
        ["id"] = campaign => campaign.Id,
        ["name"] = campaign => SortKey.Of(campaign.Name),
        ["created_at"] = campaign => SortKey.Of(campaign.Created),
        ["scheduled_at"] = campaign => SortKey.Of(campaign.Scheduled),
        ["updated_at"] = campaign => SortKey.Of(campaign.Updated),
    });

    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_campaigns"] = GetAll,
        ["get_campaign"] = Get,
    };

    private ApiResult GetAll(ApiCall call)
    {
        if (call.Query.Filter.All(clause => clause.Field != "messages.channel"))
            throw new ApiErrorException(RequestErrors.InvalidParameter("filter", "A channel filter is required to list campaigns."));
        var asksForArchived = call.Query.Filter.Any(clause => clause.Field == "archived");
        var matching = data.Campaigns
            .Where(campaign => asksForArchived || !campaign.Archived)
            .Where(campaign => Filters.Matches(campaign, call.Query.Filter, call.Query.FilterQuirks));
        var page = Rows.Cut(matching, call.Page("-created_at"));
        var writer = new CampaignWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Collection(page, writer.Write, writer.Include));
    }

    private ApiResult Get(ApiCall call)
    {
        var campaign = data.Campaigns.Find(campaign => campaign.Id == call.Id)
            ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.Campaign, call.Id));
        var writer = new CampaignWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Single(campaign, writer.Write, writer.Include));
    }
}
