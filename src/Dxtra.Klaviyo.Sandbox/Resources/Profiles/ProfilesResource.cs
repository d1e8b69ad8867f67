using Dxtra.Klaviyo.Sandbox.Data;
using Dxtra.Klaviyo.Sandbox.Documents;
using Dxtra.Klaviyo.Sandbox.Errors;
using Dxtra.Klaviyo.Sandbox.Pipeline;
using Dxtra.Klaviyo.Sandbox.Resources.Groups;

namespace Dxtra.Klaviyo.Sandbox.Resources.Profiles;

/// <summary>People, and which lists and segments they are in.</summary>
internal sealed class ProfilesResource(AccountData data, GroupQueries groups, ProfileImport import, MergeRequest merges) : IResource
{
    public IReadOnlyDictionary<string, Func<ApiCall, ApiResult>> Operations => new Dictionary<string, Func<ApiCall, ApiResult>>
    {
        ["get_profiles"] = GetAll,
        ["get_profile"] = Get,
        ["create_profile"] = Create,
        ["create_or_update_profile"] = CreateOrUpdate,
        ["merge_profiles"] = Merge,
        ["get_lists_for_profile"] = call => groups.OfProfile(call, data.Lists, Find(call.Id).Id),
        ["get_list_ids_for_profile"] = call => GroupQueries.IdsOfProfile(call, data.Lists, Find(call.Id).Id),
        ["get_segments_for_profile"] = call => groups.OfProfile(call, data.Segments, Find(call.Id).Id),
        ["get_segment_ids_for_profile"] = call => GroupQueries.IdsOfProfile(call, data.Segments, Find(call.Id).Id),
    };

    private Profile Find(string id) =>
        data.Profiles.Find(id) ?? throw new ApiErrorException(RequestErrors.NotFound(ResourceTypes.Profile, id));

    private ApiResult GetAll(ApiCall call)
    {
        var page = ProfileQueries.Page(call, data.Profiles.All);
        var writer = new ProfileWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Collection(page, profile => writer.Write(profile), writer.Include));
    }

    private ApiResult Get(ApiCall call)
    {
        var profile = Find(call.Id);
        var writer = new ProfileWriter(data, new ResourceWriter(call));
        return ApiResult.Ok(new DocumentWriter(call).Single(profile, found => writer.Write(found), writer.Include));
    }

    private ApiResult Create(ApiCall call)
    {
        var attributes = ProfileBody.Read(call.Body).Attributes;
        var profile = import.Create(attributes);
        return ApiResult.Created(new DocumentWriter(call).Single(new ProfileWriter(data, new ResourceWriter(call)).Write(profile)));
    }

    private ApiResult Merge(ApiCall call)
    {
        var survivorId = merges.Accept(call);
        return ApiResult.Created(new DocumentWriter(call).Single(
            new ResourceWriter(call).Resource(ResourceTypes.Profile, survivorId, attributes: null)));
    }

    private ApiResult CreateOrUpdate(ApiCall call)
    {
        var body = ProfileBody.Read(call.Body);
        var (profile, created) = import.Upsert(body.Id, body.Attributes);
        body.Identifiers.ApplyTo(profile);
        var document = new DocumentWriter(call).Single(new ProfileWriter(data, new ResourceWriter(call)).Write(profile));
        return created ? ApiResult.Created(document) : ApiResult.Ok(document);
    }
}
