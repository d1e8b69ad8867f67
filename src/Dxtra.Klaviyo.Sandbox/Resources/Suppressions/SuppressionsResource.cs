using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Jobs;
using Dxtra.Klaviyo.Sandbox.Paging;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Suppressions;

/// <summary>Suppressing people and lifting it: jobs that can be asked how far they are.</summary>
internal sealed class SuppressionsResource(
    AccountData data, SuppressionWork work, Later later, SandboxSettings settings, IdSource ids, TimeProvider time) : IResource
{
    private static readonly FieldMap<SuppressionJob> Filters = new(new Dictionary<string, Func<SuppressionJob, object?>>
    {
        ["status"] = job => job.Status,
        ["list_id"] = job => job.ListId,
        ["segment_id"] = job => job.SegmentId,
    });

    private static readonly SortedRows<SuppressionJob> Rows = new(job => job.Id, new Dictionary<string, Func<SuppressionJob, string>>
    {
        ["created"] = job => SortKey.Of(job.Created),
    });

    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["bulk_suppress_profiles"] = call => Create(call, lifts: false),
        ["get_bulk_suppress_profiles_jobs"] = call => GetAll(call, lifts: false),
        ["get_bulk_suppress_profiles_job"] = call => Get(call, lifts: false),
        ["bulk_unsuppress_profiles"] = call => Create(call, lifts: true),
        ["get_bulk_unsuppress_profiles_jobs"] = call => GetAll(call, lifts: true),
        ["get_bulk_unsuppress_profiles_job"] = call => Get(call, lifts: true),
    };

    private ApiResult Create(ApiCall call, bool lifts)
    {
        var body = SuppressionBody.Read(call.Body, SuppressionJobWriter.TypeOf(lifts));
        Require(data.Lists, body.ListId, ResourceTypes.List);
        Require(data.Segments, body.SegmentId, ResourceTypes.Segment);
        var now = time.GetUtcNow();
        var job = new SuppressionJob(ids.Ulid(now), lifts, now) { ListId = body.ListId, SegmentId = body.SegmentId };
        data.SuppressionJobs.Add(job);
        // Written first: the answer knows nothing yet, however fast the job is.
        var document = new DocumentWriter(call).Single(new SuppressionJobWriter(new ResourceWriter(call)).Write(job));
        if (!call.Ignored)
            later.Do(settings.Jobs.Subscription, () => work.Run(job, body));
        return new ApiResult(StatusCodes.Status202Accepted, document);
    }

    private ApiResult GetAll(ApiCall call, bool lifts)
    {
        var jobs = data.SuppressionJobs.Where(job => job.Lifts == lifts && Filters.Matches(job, call.Query.Filter, call.Query.FilterQuirks));
        return ApiResult.Ok(new DocumentWriter(call).Collection(
            Rows.Cut(jobs, call.Page("-created")).Select(new SuppressionJobWriter(new ResourceWriter(call)).Write)));
    }

    private ApiResult Get(ApiCall call, bool lifts)
    {
        var job = data.SuppressionJobs.Find(job => job.Id == call.Id && job.Lifts == lifts)
            ?? throw new ApiErrorException(RequestErrors.NotFound(SuppressionJobWriter.TypeOf(lifts), call.Id));
        return ApiResult.Ok(new DocumentWriter(call).Single(new SuppressionJobWriter(new ResourceWriter(call)).Write(job)));
    }

    private static void Require(IEnumerable<ProfileGroup> groups, string? id, string type)
    {
        if (id is not null && groups.All(group => group.Id != id))
            throw new ApiErrorException(RequestErrors.NotFound(type, id));
    }
}
