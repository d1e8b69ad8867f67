using System.Text.Json;

namespace Dxtra.Klaviyo.Client;

public sealed class EventsResource
{
    /// <summary>The largest page Klaviyo gives.</summary>
    public const int MaxPageSize = 1000;

    private readonly KlaviyoTransport _transport;

    internal EventsResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// The events that a filter picks, up to 1000 a page. <c>GET /api/events</c>, scope <c>events:read</c>, 350/s and 3500/min.
    /// Whether including profiles or metrics wants their read scopes too, Klaviyo does not say.
    /// </summary>
    /// <param name="filter">See <see cref="EventFilter"/>; none: every event of the account.</param>
    /// <param name="include">What comes along in <see cref="KlaviyoPage{T}.Included"/>.</param>
    /// <param name="sort">The order asked for.</param>
    /// <param name="pageSize">1 to <see cref="MaxPageSize"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not one that Klaviyo gives.</exception>
    public IAsyncEnumerable<KlaviyoPage<EventAttributes>> SearchAsync(
        KlaviyoFilter? filter = null,
        EventIncludes include = EventIncludes.None,
        EventSort sort = EventSort.None,
        int pageSize = MaxPageSize,
        CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(Request(filter, include, sort, pageSize), KlaviyoJson.Default.EventAttributes, cancellationToken);

    /// <summary>
    /// The same for long histories: a page is lent, valid until the next one is asked for, and its memory is used again; attributes are
    /// as sent. Copy what is to be kept.
    /// </summary>
    /// <inheritdoc cref="SearchAsync"/>
    public IAsyncEnumerable<KlaviyoPage<JsonElement>> LendAsync(
        KlaviyoFilter? filter = null,
        EventIncludes include = EventIncludes.None,
        EventSort sort = EventSort.None,
        int pageSize = MaxPageSize,
        CancellationToken cancellationToken = default) =>
        _transport.LendPagesAsync(Request(filter, include, sort, pageSize), cancellationToken);

    /// <summary>One event. <c>GET /api/events/{id}</c>, scope <c>events:read</c>, 10/s and 150/min.</summary>
    /// <exception cref="KlaviyoNotFoundException">There is no such event.</exception>
    public Task<KlaviyoResource<EventAttributes>> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(
            KlaviyoRequest.Get("get_event", $"api/events/{KlaviyoPath.Id(id)}"), KlaviyoJson.Default.EventAttributes, cancellationToken);

    private static KlaviyoRequest Request(KlaviyoFilter? filter, EventIncludes include, EventSort sort, int pageSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageSize, MaxPageSize);
        var query = new KlaviyoQuery().Filter(filter).Words("include", Words(include)).PageSize(pageSize).Add("sort", Word(sort));
        return KlaviyoRequest.Get("get_events", "api/events", query);
    }

    private static string? Word(EventSort sort) => sort switch
    {
        EventSort.OldestFirst => "datetime",
        EventSort.NewestFirst => "-datetime",
        _ => null,
    };

    private static IEnumerable<string> Words(EventIncludes includes)
    {
        if (includes.HasFlag(EventIncludes.Attributions))
            yield return "attributions";
        if (includes.HasFlag(EventIncludes.Metric))
            yield return "metric";
        if (includes.HasFlag(EventIncludes.Profile))
            yield return "profile";
    }
}
