namespace Dxtra.Klaviyo.Client;

public sealed class ReviewsResource
{
    private const int MaxPageSize = 100;
    private readonly KlaviyoTransport _transport;

    internal ReviewsResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// All reviews whatever their status, oldest first, 100 a page; they cannot be filtered by person. <c>GET /api/reviews</c>, scope
    /// <c>reviews:read</c>, 10/s and 150/min.
    /// </summary>
    public IAsyncEnumerable<KlaviyoPage<ReviewAttributes>> ListAsync(CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(
            KlaviyoRequest.Get(
                "get_reviews",
                "api/reviews",
                new KlaviyoQuery().Filter(KlaviyoFilter.Equals("status", "all")).PageSize(MaxPageSize).Add("sort", "created")),
            KlaviyoJson.Default.ReviewAttributes,
            cancellationToken);
}
