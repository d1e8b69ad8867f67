using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Takes in what comes to a processor's addresses: checked, stored in the inbox, answered.</summary>
internal sealed partial class WebhookReception(WebhookEndpoints endpoints, InboxIntake intake, ILogger<WebhookReception> logger)
{
    /// <summary>Klaviyo waits five seconds; a clear word to come again is better than none.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <param name="processorId">As the address says it.</param>
    /// <param name="kind">Which of the addresses.</param>
    /// <param name="body">What came.</param>
    /// <param name="isGood">Whether an endpoint lets it pass; also asked for one that does not exist.</param>
    /// <param name="client">Starts the work on it.</param>
    /// <param name="cancellationToken">The sender is gone.</param>
    /// <returns>The endpoint that took it, when one did.</returns>
    public async Task<(ReceiveResult Result, WebhookEndpoint? Endpoint)> ReceiveAsync(
        string processorId, InboxKind kind, byte[] body, Func<WebhookEndpoint, bool> isGood, DurableTaskClient client, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            if (await FindAsync(processorId, isGood, patience.Token) is not { Registration: { } registration } endpoint)
                return (ReceiveResult.Refused, null);
            await intake.TakeAsync(registration, kind, body, client, patience.Token);
            return (ReceiveResult.Taken, endpoint);
        }
        catch (Exception exception) when (
            StorageFaults.IsOutage(exception) || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.NotTaken(logger, kind, exception.GetType().Name);
            return (ReceiveResult.NotNow, null);
        }
    }

    private async Task<WebhookEndpoint?> FindAsync(string processorId, Func<WebhookEndpoint, bool> isGood, CancellationToken cancellationToken)
    {
        var known = await endpoints.FindAsync(processorId, fresh: false, cancellationToken);
        if (isGood(known))
            return known;
        var now = await endpoints.FindAsync(processorId, fresh: true, cancellationToken);
        return now != known && isGood(now) ? now : null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A {Kind} delivery could not be stored ({Exception}); its sender is told to come again")]
        public static partial void NotTaken(ILogger logger, InboxKind kind, string exception);
    }
}
