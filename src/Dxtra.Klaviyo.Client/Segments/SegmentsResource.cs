namespace Dxtra.Klaviyo.Client;

public sealed class SegmentsResource
{
    private const int MaxPageSize = 10;
    private readonly KlaviyoTransport _transport;

    internal SegmentsResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// All segments, ten a page. <c>GET /api/segments</c>, scope <c>segments:read</c>, 75/s and 750/min. Filters: <c>id</c> and
    /// <c>name</c> (any), <c>created</c> and <c>updated</c> (greater-than), <c>is_active</c> and <c>is_starred</c> (equals).
    /// </summary>
    public IAsyncEnumerable<KlaviyoPage<SegmentAttributes>> ListAsync(
        KlaviyoFilter? filter = null, CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get("get_segments", "api/segments", new KlaviyoQuery().Filter(filter).PageSize(MaxPageSize)),
            KlaviyoJson.Default.SegmentAttributes,
            cancellationToken);

    /// <summary>
    /// One segment, or null. <c>GET /api/segments/{id}</c>, scope <c>segments:read</c>, 75/s and 750/min; with the profile count 1/s
    /// and 15/min.
    /// </summary>
    public Task<KlaviyoResource<SegmentAttributes>?> FindAsync(
        string id, bool withProfileCount = false, CancellationToken cancellationToken = default) =>
        _transport.FindAsync(GetSegment(id, withProfileCount), KlaviyoJson.Default.SegmentAttributes, cancellationToken);

    /// <summary>One segment that must exist; otherwise as <see cref="FindAsync"/>.</summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such segment.</exception>
    public Task<KlaviyoResource<SegmentAttributes>> GetAsync(
        string id, bool withProfileCount = false, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(GetSegment(id, withProfileCount), KlaviyoJson.Default.SegmentAttributes, cancellationToken);

    /// <summary>
    /// The profiles in a segment with the time of their latest joining, 100 a page. <c>GET /api/segments/{id}/profiles</c>, scopes
    /// <c>segments:read</c> and <c>profiles:read</c>, 75/s and 750/min.
    /// </summary>
    /// <param name="id">The segment.</param>
    /// <param name="filter">See <see cref="MemberFilter"/>.</param>
    /// <param name="additionalFields">What Klaviyo leaves out unless asked.</param>
    /// <param name="fields">Names from <see cref="ProfileFields"/>; none: all fields.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="KlaviyoNotFoundException">There is no such segment.</exception>
    public IAsyncEnumerable<KlaviyoPage<ProfileAttributes>> GetMembersAsync(
        string id,
        KlaviyoFilter? filter = null,
        ProfileAdditionalFields additionalFields = ProfileAdditionalFields.None,
        IReadOnlyCollection<string>? fields = null,
        CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get(
                "get_profiles_for_segment",
                $"api/segments/{KlaviyoPath.Id(id)}/profiles",
                ProfileQueries.Read(filter, additionalFields, fields)),
            KlaviyoJson.Default.ProfileAttributes,
            cancellationToken);

    private static KlaviyoRequest GetSegment(string id, bool withProfileCount) => KlaviyoRequest.Get(
        "get_segment",
        $"api/segments/{KlaviyoPath.Id(id)}",
        new KlaviyoQuery().Words("additional-fields[segment]", withProfileCount ? ["profile_count"] : []));
}
