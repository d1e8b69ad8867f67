namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Keeps what is known of accounts' metrics, so that a restart asks nobody and a renamed metric is still known.</summary>
internal interface IMetricBookStore
{
    Task<MetricBook?> FindAsync(string controller, string processorId, CancellationToken cancellationToken);

    Task WriteAsync(string controller, string processorId, MetricBook book, CancellationToken cancellationToken);
}
