using Azure;
using Azure.Data.Tables;

namespace Dxtra.Klaviyo.Functions.Hosting;

internal enum HealthState { Healthy, Unhealthy }

/// <summary>What a probe may know: nothing of any customer.</summary>
internal sealed record Health(HealthState Status, HealthState Storage, string Version);

/// <summary>Looks whether storage answers, within two seconds.</summary>
internal sealed class HealthHandler(TableServiceClient tables)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly string Version = typeof(HealthHandler).Assembly.GetName().Version!.ToString(3);

    public async Task<Health> HandleAsync(CancellationToken cancellationToken)
    {
        var storage = await StorageAsync(cancellationToken);
        return new(storage, storage, Version);
    }

    private async Task<HealthState> StorageAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await foreach (var _ in tables.QueryAsync(maxPerPage: 1, cancellationToken: patience.Token).AsPages(pageSizeHint: 1))
                break;
            return HealthState.Healthy;
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            return HealthState.Unhealthy;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthState.Unhealthy;
        }
    }
}
