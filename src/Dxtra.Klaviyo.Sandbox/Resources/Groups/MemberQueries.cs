using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Paging;
using Dxtra.Klaviyo.Sandbox.Pipeline;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;

namespace Dxtra.Klaviyo.Sandbox.Resources.Groups;

/// <summary>The members of a list or segment, whole with their join time or as bare ids.</summary>
internal sealed class MemberQueries(AccountData data)
{
    private const string JoinedAt = "joined_group_at";

    private static readonly FieldMap<GroupMember> Filters = new(new Dictionary<string, Func<GroupMember, object?>>
    {
        ["profile_id"] = member => member.Profile.Id,
        ["email"] = member => new EmailAddresses(member.Profile.Email, member.Profile.SecondaryEmails),
        ["phone_number"] = member => member.Profile.PhoneNumber,
        ["push_token"] = member => member.Profile.PushTokens.FirstOrDefault()?.Token,
        // Browser cookies are not part of the sandbox.
        ["_kx"] = _ => null,
        [JoinedAt] = member => member.JoinedAt,
    });

    private static readonly SortedRows<GroupMember> Rows = new(member => member.Profile.Id, new Dictionary<string, Func<GroupMember, string>>
    {
        [JoinedAt] = member => SortKey.Of(member.JoinedAt),
    });

    public ApiResult Members(ApiCall call, ProfileGroup group)
    {
        var writer = new ProfileWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Collection(Page(call, group)
            .Select(member => writer.Write(member.Profile, new JsonObject { [JoinedAt] = TimeText.Seconds(member.JoinedAt) }))));
    }

    public ApiResult MemberIds(ApiCall call, ProfileGroup group) =>
        ApiResult.Ok(new DocumentWriter(call).Collection(Page(call, group)
            .Select(member => ResourceWriter.Identifier(ResourceTypes.Profile, member.Profile.Id))));

    private Page<GroupMember> Page(ApiCall call, ProfileGroup group)
    {
        var matching = group.Members
            .Select(member => new GroupMember(data.Profiles.Find(member.Key)!, member.Value))
            .Where(member => Filters.Matches(member, call.Query.Filter, call.Query.FilterQuirks));
        return Rows.Cut(matching, call.Page(JoinedAt));
    }
}
