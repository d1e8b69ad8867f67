using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Pipeline;
using Dxtra.Klaviyo.Sandbox.Resources.Metrics;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;

namespace Dxtra.Klaviyo.Sandbox.Resources.Events;

/// <summary>What people did. Also events whose metric or profile cannot be resolved, unless a filter drops them.</summary>
internal sealed class EventsResource(AccountData data, EventQueries queries, EventImport import) : IResource
{
    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_events"] = GetAll,
        ["get_event"] = Get,
        ["create_event"] = Create,
        ["bulk_create_events"] = CreateMany,
        ["get_profile_for_event"] = GetProfile,
        ["get_profile_id_for_event"] = call => Target(call, ResourceTypes.Profile, ProfileOf(call)?.Id),
        ["get_metric_for_event"] = GetMetric,
        ["get_metric_id_for_event"] = call => Target(call, ResourceTypes.Metric, MetricOf(call)?.Id),
    };

    private Event Find(string id) =>
        data.Events.Find(id) ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.Event, id));

    private ApiResult GetAll(ApiCall call)
    {
        var page = queries.Page(call);
        var writer = new EventWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Collection(page, writer.Write, writer.Include));
    }

    private ApiResult Get(ApiCall call)
    {
        var item = Find(call.Id);
        var writer = new EventWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Single(item, writer.Write, writer.Include));
    }

    private ApiResult Create(ApiCall call)
    {
        import.Add(EventBody.Read(call.Body));
        return ApiResult.Accepted;
    }

    private ApiResult CreateMany(ApiCall call)
    {
        import.AddAll(EventBody.ReadJob(call.Body));
        return ApiResult.Accepted;
    }

    private Profile? ProfileOf(ApiCall call) => Find(call.Id).ProfileId is { } id ? data.Profiles.Find(id) : null;

    private Metric? MetricOf(ApiCall call) => data.FindMetric(Find(call.Id).MetricId);

    private ApiResult GetProfile(ApiCall call)
    {
        var profile = ProfileOf(call);
        var writer = new ProfileWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Single(profile is null ? null : writer.Write(profile)));
    }

    private ApiResult GetMetric(ApiCall call)
    {
        var metric = MetricOf(call);
        var writer = new MetricWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Single(metric is null ? null : writer.Write(metric)));
    }

    private static ApiResult Target(ApiCall call, string type, string? id) =>
        ApiResult.Ok(new DocumentWriter(call).Single(id is null ? null : ResourceWriter.Identifier(type, id)));
}
