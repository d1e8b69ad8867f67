using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Paging;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Resources.Groups;

/// <summary>Reading lists and segments, which differ in little.</summary>
internal sealed class GroupQueries(AccountData data)
{
    private static readonly FieldMap<ProfileGroup> Filters = new(new Dictionary<string, Func<ProfileGroup, object?>>
    {
        ["id"] = group => group.Id,
        ["name"] = group => group.Name,
        ["created"] = group => group.Created,
        ["updated"] = group => group.Updated,
        ["is_active"] = group => ((Segment)group).IsActive,
        ["is_starred"] = group => ((Segment)group).IsStarred,
    });

    private static readonly SortedRows<ProfileGroup> Rows = new(group => group.Id, new Dictionary<string, Func<ProfileGroup, string>>
    {
        ["id"] = group => group.Id,
        ["name"] = group => SortKey.Of(group.Name),
        ["created"] = group => SortKey.Of(group.Created),
        ["updated"] = group => SortKey.Of(group.Updated),
    });

    public ApiResult GetAll(ApiCall call, IEnumerable<ProfileGroup> groups)
    {
        var matching = groups.Where(group => Filters.Matches(group, call.Query.Filter, call.Query.FilterQuirks));
        var page = Rows.Cut(matching, call.Page("id"));
        var writer = new GroupWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Collection(page, writer.Write, writer.Include));
    }

    public ApiResult Get(ApiCall call, ProfileGroup group)
    {
        var writer = new GroupWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Single(group, writer.Write, writer.Include));
    }

    public ApiResult OfProfile(ApiCall call, IEnumerable<ProfileGroup> groups, string profileId)
    {
        var writer = new GroupWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Whole(groups.Where(group => group.Members.ContainsKey(profileId)).Select(writer.Write)));
    }

    public static ApiResult IdsOfProfile(ApiCall call, IEnumerable<ProfileGroup> groups, string profileId) =>
        ApiResult.Ok(new DocumentWriter(call).Whole(groups
            .Where(group => group.Members.ContainsKey(profileId))
            .Select(group => ResourceWriter.Identifier(GroupWriter.TypeOf(group), group.Id))));
}
