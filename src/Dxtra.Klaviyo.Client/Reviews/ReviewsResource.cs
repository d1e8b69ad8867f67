namespace Dxtra.Klaviyo.Client;

public sealed class ReviewsResource
{
    private const int MaxPageSize = 100;

    /// <summary>Klaviyo does not say which reviews it shows when no status is asked for.</summary>
    private static readonly KlaviyoFilter InEveryStatus = KlaviyoFilter.Equals("status", "all");

    private readonly KlaviyoTransport _transport;

    internal ReviewsResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// The reviews of the account in every status, oldest first, 100 a page. There is no filter by person: compare
    /// <see cref="ReviewAttributes.Email"/>, or follow the events. <c>GET /api/reviews</c>, scope <c>reviews:read</c>, 10/s and 150/min.
    /// </summary>
    /// <param name="filter">
    /// <c>created</c> and <c>rating</c> (greater-or-equal, less-or-equal), <c>id</c>, <c>item.id</c> and <c>rating</c> (any, equals),
    /// <c>content</c> (contains), <c>review_type</c> and <c>verified</c> (equals). Not <c>status</c>, which is asked for already.
    /// </param>
    /// <param name="includeEvents">
    /// The events of each review come along in <see cref="KlaviyoPage{T}.Included"/> and name the profile. Whether that wants
    /// <c>events:read</c> too, Klaviyo does not say.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<KlaviyoPage<ReviewAttributes>> ListAsync(
        KlaviyoFilter? filter = null, bool includeEvents = false, CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get(
                "get_reviews",
                "api/reviews",
                new KlaviyoQuery()
                    .Filter(InEveryStatus.And(filter))
                    .Words("include", includeEvents ? ["events"] : [])
                    .PageSize(MaxPageSize)
                    .Add("sort", "created")),
            KlaviyoJson.Default.ReviewAttributes,
            cancellationToken);
}
