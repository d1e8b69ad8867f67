namespace Dxtra.Klaviyo.Client;

public sealed class MetricsResource
{
    private readonly KlaviyoTransport _transport;

    internal MetricsResource(KlaviyoTransport transport) => _transport = transport;

    /// <summary>
    /// All metrics. <c>GET /api/metrics</c>, scope <c>metrics:read</c>, 10/s and 150/min; Klaviyo sets the page size (200 at most).
    /// </summary>
    public IAsyncEnumerable<KlaviyoPage<MetricAttributes>> ListAsync(CancellationToken cancellationToken = default) =>
        _transport.GetPagesAsync(KlaviyoRequest.Get("get_metrics", "api/metrics"), KlaviyoJson.Default.MetricAttributes, cancellationToken);

    /// <summary>One metric, or null. <c>GET /api/metrics/{id}</c>, scope <c>metrics:read</c>, 10/s and 150/min.</summary>
    public Task<KlaviyoResource<MetricAttributes>?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.FindAsync(
            KlaviyoRequest.Get("get_metric", $"api/metrics/{KlaviyoPath.Id(id)}"), KlaviyoJson.Default.MetricAttributes, cancellationToken);
}
