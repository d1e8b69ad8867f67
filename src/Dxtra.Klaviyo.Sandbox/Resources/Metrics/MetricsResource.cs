using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Paging;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Metrics;

/// <summary>The kinds of events. A name can exist once per integration.</summary>
internal sealed class MetricsResource(AccountData data) : IResource
{
    private const int PageSize = 200;

    private static readonly FieldMap<Metric> Filters = new(new Dictionary<string, Func<Metric, object?>>
    {
        ["integration.name"] = metric => metric.Integration.Name,
        ["integration.category"] = metric => metric.Integration.Category,
    });

    private static readonly SortedRows<Metric> Rows = new(
        metric => metric.Id,
        new Dictionary<string, Func<Metric, string>> { ["id"] = metric => metric.Id });

    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_metrics"] = GetAll,
        ["get_metric"] = Get,
    };

    private ApiResult GetAll(ApiCall call)
    {
        var matching = data.Metrics.Where(metric => Filters.Matches(metric, call.Query.Filter, call.Query.FilterQuirks));
        var page = Rows.Cut(matching, call.Page("id", PageSize));
        var writer = new MetricWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Collection(page, writer.Write, writer.Include));
    }

    private ApiResult Get(ApiCall call)
    {
        var metric = data.FindMetric(call.Id) ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.Metric, call.Id));
        var writer = new MetricWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Single(metric, writer.Write, writer.Include));
    }
}
