using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Groups;

internal sealed class ListsResource(AccountData data, GroupQueries groups, MemberQueries members) : IResource
{
    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_lists"] = call => groups.GetAll(call, data.Lists),
        ["get_list"] = call => groups.Get(call, Find(call.Id)),
        ["get_profiles_for_list"] = call => members.Members(call, Find(call.Id)),
        ["get_profile_ids_for_list"] = call => members.MemberIds(call, Find(call.Id)),
    };

    private ProfileList Find(string id) =>
        data.Lists.Find(list => list.Id == id) ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.List, id));
}
