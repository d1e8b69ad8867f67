using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Paging;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Flows;

/// <summary>Automations. Archived ones come only when a filter asks for them.</summary>
internal sealed class FlowsResource(AccountData data) : IResource
{
    private static readonly FieldMap<Flow> Filters = new(new Dictionary<string, Func<Flow, object?>>
    {
        ["id"] = flow => flow.Id,
        ["name"] = flow => flow.Name,
        ["status"] = flow => flow.Status,
        ["archived"] = flow => flow.Archived,
        ["created"] = flow => flow.Created,
        ["updated"] = flow => flow.Updated,
        ["trigger_type"] = flow => flow.TriggerType,
    });

    private static readonly SortedRows<Flow> Rows = new(flow => flow.Id, new Dictionary<string, Func<Flow, string>>
    {
        ["id"] = flow => flow.Id,
        ["name"] = flow => SortKey.Of(flow.Name),
        ["status"] = flow => SortKey.Of(flow.Status),
        ["trigger_type"] = flow => SortKey.Of(flow.TriggerType),
        ["created"] = flow => SortKey.Of(flow.Created),
        ["updated"] = flow => SortKey.Of(flow.Updated),
    });

    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_flows"] = GetAll,
        ["get_flow"] = Get,
    };

    private ApiResult GetAll(ApiCall call)
    {
        var asksForArchived = call.Query.Filter.Any(clause => clause.Field == "archived");
        var matching = data.Flows
            .Where(flow => asksForArchived || !flow.Archived)
            .Where(flow => Filters.Matches(flow, call.Query.Filter, call.Query.FilterQuirks));
        var page = Rows.Cut(matching, call.Page("id"));
        var writer = new FlowWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Collection(page, writer.Write, writer.Include));
    }

    private ApiResult Get(ApiCall call)
    {
        var flow = data.Flows.Find(flow => flow.Id == call.Id)
            ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.Flow, call.Id));
        var writer = new FlowWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Single(flow, writer.Write, writer.Include));
    }
}
