using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Paging;
using Dxtra.Klaviyo.Sandbox.Pipeline;
using Dxtra.Klaviyo.Sandbox.Resources.Profiles;

namespace Dxtra.Klaviyo.Sandbox.Resources.PushTokens;

/// <summary>The devices of everyone, and of one person.</summary>
internal sealed class PushTokensResource(AccountData data) : IResource
{
    private static readonly FieldMap<OwnedToken> Filters = new(new Dictionary<string, Func<OwnedToken, object?>>
    {
        ["id"] = owned => owned.Token.Id,
        ["profile.id"] = owned => owned.Profile.Id,
        ["enablement_status"] = owned => owned.Token.Status,
        ["platform"] = owned => owned.Token.Platform,
    });

    private static readonly SortedRows<OwnedToken> Rows = new(
        owned => owned.Token.Id,
        new Dictionary<string, Func<OwnedToken, string>> { ["id"] = owned => owned.Token.Id });

    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_push_tokens"] = GetAll,
        ["get_push_token"] = Get,
        ["get_push_tokens_for_profile"] = OfProfile,
    };

    private IEnumerable<OwnedToken> All =>
        data.Profiles.All.SelectMany(profile => profile.PushTokens.Select(token => new OwnedToken(profile, token)));

    private ApiResult GetAll(ApiCall call)
    {
        var matching = All.Where(owned => Filters.Matches(owned, call.Query.Filter, call.Query.FilterQuirks));
        var page = Rows.Cut(matching, call.Page("id"));
        var writer = new ResourceWriter(call);
        return ApiResult.Ok(new DocumentWriter(call).Collection(
            page, owned => Write(owned, writer), (owned, included) => Include(owned, writer, included)));
    }

    private ApiResult Get(ApiCall call)
    {
        var owned = All.FirstOrDefault(owned => owned.Token.Id == call.Id)
            ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.PushToken, call.Id));
        var writer = new ResourceWriter(call);
        return ApiResult.Ok(new DocumentWriter(call).Single(
            owned, _ => Write(owned, writer), (_, included) => Include(owned, writer, included)));
    }

    private ApiResult OfProfile(ApiCall call)
    {
        var profile = data.Profiles.Find(call.Id) ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.Profile, call.Id));
        var writer = new ResourceWriter(call);
        return ApiResult.Ok(new DocumentWriter(call).Whole(profile.PushTokens.Select(token => PushTokenWriter.Write(token, profile, writer))));
    }

    private static JsonObject Write(OwnedToken owned, ResourceWriter writer) => PushTokenWriter.Write(owned.Token, owned.Profile, writer);

    private void Include(OwnedToken owned, ResourceWriter writer, Included included)
    {
        if (writer.Query.Includes("profile"))
            included.Add(ResourceTypes.Profile, owned.Profile.Id, () => new ProfileWriter(data, writer).Write(owned.Profile));
    }
}
