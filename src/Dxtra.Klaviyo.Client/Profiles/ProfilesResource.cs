namespace Dxtra.Klaviyo.Client;

public sealed class ProfilesResource
{
    private readonly KlaviyoTransport _transport;

    internal ProfilesResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// The profiles that a filter picks, 100 a page. <c>GET /api/profiles</c>, scope <c>profiles:read</c>, 75/s and 750/min; with
    /// predictive analytics 10/s and 150/min.
    /// </summary>
    /// <param name="filter">See <see cref="ProfileFilter"/>; none: every profile of the account.</param>
    /// <param name="additionalFields">What Klaviyo leaves out unless asked.</param>
    /// <param name="include">What comes along in <see cref="KlaviyoPage{T}.Included"/>.</param>
    /// <param name="fields">Names from <see cref="ProfileFields"/>; none: all fields.</param>
    /// <param name="sort">The order asked for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<KlaviyoPage<ProfileAttributes>> SearchAsync(
        KlaviyoFilter? filter = null,
        ProfileAdditionalFields additionalFields = ProfileAdditionalFields.None,
        ProfileIncludes include = ProfileIncludes.None,
        IReadOnlyCollection<string>? fields = null,
        ProfileSort sort = ProfileSort.None,
        CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get(
                "get_profiles", "api/profiles", ProfileQueries.Read(filter, additionalFields, fields).Include(include).Sort(sort)),
            KlaviyoJson.Default.ProfileAttributes,
            cancellationToken);

    /// <summary>
    /// One profile by Klaviyo's id; null when Klaviyo says that it does not exist (any other refusal throws, so null may be taken as
    /// proof). <c>GET /api/profiles/{id}</c>, scope <c>profiles:read</c>, 75/s and 750/min.
    /// </summary>
    public Task<KlaviyoResource<ProfileAttributes>?> FindByIdAsync(
        string id,
        ProfileAdditionalFields additionalFields = ProfileAdditionalFields.None,
        CancellationToken cancellationToken = default) =>
        _transport.FindAsync(GetProfile(id, additionalFields), KlaviyoJson.Default.ProfileAttributes, cancellationToken);

    /// <summary>One profile that must exist; otherwise as <see cref="FindByIdAsync"/>.</summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such profile.</exception>
    public Task<KlaviyoResource<ProfileAttributes>> GetByIdAsync(
        string id,
        ProfileAdditionalFields additionalFields = ProfileAdditionalFields.None,
        CancellationToken cancellationToken = default) =>
        _transport.GetAsync(GetProfile(id, additionalFields), KlaviyoJson.Default.ProfileAttributes, cancellationToken);

    /// <summary>
    /// One profile with its lists and segments in <see cref="KlaviyoDocument{T}.Included"/>, without the times of joining.
    /// <c>GET /api/profiles/{id}</c>, scope <c>profiles:read</c>, 1/s and 15/min for the sake of the lists and segments. Whether their
    /// read scopes are wanted too, Klaviyo does not say.
    /// </summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such profile.</exception>
    public Task<KlaviyoDocument<ProfileAttributes>> GetWithGroupsAsync(
        string id,
        ProfileAdditionalFields additionalFields = ProfileAdditionalFields.None,
        CancellationToken cancellationToken = default) =>
        _transport.GetDocumentAsync(GetProfileWithGroups(id, additionalFields), KlaviyoJson.Default.ProfileAttributes, cancellationToken);

    /// <summary>How long <see cref="GetWithGroupsAsync"/> would have to wait for its turn now; nothing is sent.</summary>
    public TimeSpan WaitForGetWithGroups(string id) => _transport.WouldWait(GetProfileWithGroups(id, ProfileAdditionalFields.None));

    /// <summary>The same for <see cref="GetListsAsync"/> and <see cref="GetSegmentsAsync"/>, whichever would have to wait longer.</summary>
    public TimeSpan WaitForListsAndSegments(string id)
    {
        var (lists, segments) = (_transport.WouldWait(GetLists(id)), _transport.WouldWait(GetSegments(id)));
        return lists > segments ? lists : segments;
    }

    /// <summary>
    /// The lists a profile is on, without the times of joining (see <see cref="ListsResource.GetMembersAsync"/>).
    /// <c>GET /api/profiles/{id}/lists</c>, scopes <c>profiles:read</c> and <c>lists:read</c>, 3/s and 60/min.
    /// </summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such profile.</exception>
    public IAsyncEnumerable<KlaviyoPage<ListAttributes>> GetListsAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(GetLists(id), KlaviyoJson.Default.ListAttributes, cancellationToken);

    /// <summary>
    /// The segments a profile is in. <c>GET /api/profiles/{id}/segments</c>, scopes <c>profiles:read</c> and <c>segments:read</c>, 3/s
    /// and 60/min.
    /// </summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such profile.</exception>
    public IAsyncEnumerable<KlaviyoPage<SegmentAttributes>> GetSegmentsAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(GetSegments(id), KlaviyoJson.Default.SegmentAttributes, cancellationToken);

    /// <summary>
    /// The apps on a person's devices, on one page. <c>GET /api/profiles/{id}/push-tokens</c>, scope <c>profiles:read</c> by the
    /// specification, 10/s and 150/min.
    /// </summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such profile.</exception>
    public IAsyncEnumerable<KlaviyoPage<PushTokenAttributes>> GetPushTokensAsync(
        string id, CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get("get_push_tokens_for_profile", $"{At(id)}/push-tokens"),
            KlaviyoJson.Default.PushTokenAttributes,
            cancellationToken);

    /// <summary>
    /// The conversations with a person, on one page: channels, not messages. <c>GET /api/profiles/{id}/conversations</c>, scopes
    /// <c>conversations:read</c> and <c>profiles:read</c>, 3/s and 60/min.
    /// </summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such profile.</exception>
    public IAsyncEnumerable<KlaviyoPage<ConversationAttributes>> GetConversationsAsync(
        string id, CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get("get_conversations_for_profile", $"{At(id)}/conversations"),
            KlaviyoJson.Default.ConversationAttributes,
            cancellationToken);

    private static string At(string id) => $"api/profiles/{KlaviyoPath.Id(id)}";

    private static KlaviyoRequest GetLists(string id) => KlaviyoRequest.Get("get_lists_for_profile", $"{At(id)}/lists");

    private static KlaviyoRequest GetSegments(string id) => KlaviyoRequest.Get("get_segments_for_profile", $"{At(id)}/segments");

    private static KlaviyoRequest GetProfileWithGroups(string id, ProfileAdditionalFields additionalFields) => KlaviyoRequest.Get(
        "get_profile", At(id), new KlaviyoQuery().AdditionalFields(additionalFields).Words("include", ["lists", "segments"]));

    private static KlaviyoRequest GetProfile(string id, ProfileAdditionalFields additionalFields) => KlaviyoRequest.Get(
        "get_profile", At(id), new KlaviyoQuery().AdditionalFields(additionalFields));
}
