using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Groups;

internal sealed class ListsResource(AccountData data, GroupQueries groups, MemberQueries members, Memberships memberships) : IResource
{
    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_lists"] = call => groups.GetAll(call, data.Lists),
        ["get_list"] = call => groups.Get(call, Find(call.Id)),
        ["get_profiles_for_list"] = call => members.Members(call, Find(call.Id)),
        ["get_profile_ids_for_list"] = call => members.MemberIds(call, Find(call.Id)),
        ["add_profiles_to_list"] = Add,
        ["remove_profiles_from_list"] = Remove,
    };

    private ProfileList Find(string id) =>
        data.Lists.Find(list => list.Id == id) ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.List, id));

    /// <summary>All or none: one unknown profile refuses the call.</summary>
    private ApiResult Add(ApiCall call)
    {
        var list = Find(call.Id);
        var profileIds = MembershipBody.Read(call.Body);
        if (profileIds.FirstOrDefault(id => data.Profiles.Find(id) is null) is { } unknown)
            throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.Profile, unknown));
        foreach (var id in call.Ignored ? [] : profileIds)
            memberships.Join(list, id);
        return ApiResult.NoContent;
    }

    /// <summary>Profiles that are unknown or not on the list are passed over.</summary>
    private ApiResult Remove(ApiCall call)
    {
        var list = Find(call.Id);
        var profileIds = MembershipBody.Read(call.Body);
        foreach (var id in call.Ignored ? [] : profileIds)
            memberships.Leave(list, id);
        return ApiResult.NoContent;
    }
}
