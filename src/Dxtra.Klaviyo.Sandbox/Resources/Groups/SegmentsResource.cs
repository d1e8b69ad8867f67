using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Groups;

internal sealed class SegmentsResource(AccountData data, GroupQueries groups, MemberQueries members) : IResource
{
    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_segments"] = call => groups.GetAll(call, data.Segments),
        ["get_segment"] = call => groups.Get(call, Find(call.Id)),
        ["get_profiles_for_segment"] = call => members.Members(call, Find(call.Id)),
        ["get_profile_ids_for_segment"] = call => members.MemberIds(call, Find(call.Id)),
    };

    private Segment Find(string id) =>
        data.Segments.Find(segment => segment.Id == id) ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.Segment, id));
}
