using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Client;

public sealed class ListsResource
{
    public const int MostMembers = 1000;

    private const int MaxPageSize = 10;
    private readonly KlaviyoTransport _transport;

    internal ListsResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// All lists, ten a page. <c>GET /api/lists</c>, scope <c>lists:read</c>, 75/s and 750/min. Filters: <c>id</c> and <c>name</c>
    /// (any), <c>created</c> and <c>updated</c> (greater-than). With the flows that a list triggers, in the relationship
    /// <c>flow-triggers</c>, <c>flows:read</c> may be wanted too: Klaviyo does not say.
    /// </summary>
    public IAsyncEnumerable<KlaviyoPage<ListAttributes>> ListAsync(
        KlaviyoFilter? filter = null, bool withFlows = false, CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get(
                "get_lists",
                "api/lists",
                new KlaviyoQuery().Filter(filter).Words("include", withFlows ? ["flow-triggers"] : []).PageSize(MaxPageSize)),
            KlaviyoJson.Default.ListAttributes,
            cancellationToken);

    /// <summary>
    /// One list, or null. <c>GET /api/lists/{id}</c>, scope <c>lists:read</c>, 75/s and 750/min; with the profile count 1/s and 15/min.
    /// </summary>
    public Task<KlaviyoResource<ListAttributes>?> FindAsync(
        string id, bool withProfileCount = false, CancellationToken cancellationToken = default) =>
        _transport.FindAsync(GetList(id, withProfileCount), KlaviyoJson.Default.ListAttributes, cancellationToken);

    /// <summary>One list that must exist; otherwise as <see cref="FindAsync"/>.</summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such list.</exception>
    public Task<KlaviyoResource<ListAttributes>> GetAsync(
        string id, bool withProfileCount = false, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(GetList(id, withProfileCount), KlaviyoJson.Default.ListAttributes, cancellationToken);

    /// <summary>
    /// The profiles on a list with the time of their latest joining, 100 a page. <c>GET /api/lists/{id}/profiles</c>, scopes
    /// <c>lists:read</c> and <c>profiles:read</c>, 75/s and 750/min; with predictive analytics 10/s and 150/min.
    /// </summary>
    /// <param name="id">The list.</param>
    /// <param name="filter">See <see cref="MemberFilter"/>; a list cannot be searched by profile id.</param>
    /// <param name="additionalFields">What Klaviyo leaves out unless asked.</param>
    /// <param name="fields">Names from <see cref="ProfileFields"/>; none: all fields.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="KlaviyoNotFoundException">There is no such list.</exception>
    public IAsyncEnumerable<KlaviyoPage<ProfileAttributes>> GetMembersAsync(
        string id,
        KlaviyoFilter? filter = null,
        ProfileAdditionalFields additionalFields = ProfileAdditionalFields.None,
        IReadOnlyCollection<string>? fields = null,
        CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get(
                "get_profiles_for_list",
                $"api/lists/{KlaviyoPath.Id(id)}/profiles",
                ProfileQueries.Read(filter, additionalFields, fields)),
            KlaviyoJson.Default.ProfileAttributes,
            cancellationToken);

    /// <summary>
    /// Puts profiles on a list. It gives no consent. <c>POST /api/lists/{id}/relationships/profiles</c>, scopes <c>lists:write</c> and
    /// <c>profiles:write</c>, 10/s and 150/min, <see cref="MostMembers"/> profiles.
    /// </summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such list.</exception>
    public Task AddMembersAsync(string id, IReadOnlyCollection<string> profileIds, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            KlaviyoRequest.Command("add_profiles_to_list", MembersOf(id), Members(profileIds)), cancellationToken);

    /// <summary>
    /// Takes profiles off a list. Their consent stays as it is. <c>DELETE /api/lists/{id}/relationships/profiles</c>, scopes
    /// <c>lists:write</c> and <c>profiles:write</c>, 10/s and 150/min, <see cref="MostMembers"/> profiles.
    /// </summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such list.</exception>
    public Task RemoveMembersAsync(string id, IReadOnlyCollection<string> profileIds, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(
            KlaviyoRequest.Delete("remove_profiles_from_list", MembersOf(id), Members(profileIds)), cancellationToken);

    private static string MembersOf(string id) => $"api/lists/{KlaviyoPath.Id(id)}/relationships/profiles";

    private static JsonObject Members(IReadOnlyCollection<string> profileIds)
    {
        Batch.Check(profileIds, MostMembers);
        return new()
        {
            ["data"] = new JsonArray([.. profileIds.Select(profileId => new JsonObject { ["type"] = "profile", ["id"] = profileId })]),
        };
    }

    private static KlaviyoRequest GetList(string id, bool withProfileCount) => KlaviyoRequest.Get(
        "get_list",
        $"api/lists/{KlaviyoPath.Id(id)}",
        new KlaviyoQuery().Words("additional-fields[list]", withProfileCount ? ["profile_count"] : []));
}
