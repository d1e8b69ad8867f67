using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Accounts have limits of their own, so some are asked side by side; one that fails keeps nobody waiting and is due the next time again.</summary>
internal sealed partial class WebhookCheckSweepHandler(
    IWebhookStore store, WebhookKeeper keeper, TimeProvider time, ILogger<WebhookCheckSweepHandler> logger)
{
    private const int SideBySide = 8;

    public Task HandleAsync(CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(store.ReadDueAsync(time.GetUtcNow(), cancellationToken), options, async (registration, token) =>
        {
            try
            {
                await keeper.KeepAsync(registration, Actors.System, token);
            }
            catch (Exception exception) when (!token.IsCancellationRequested)
            {
                Log.NotChecked(logger, registration.ProcessorId, exception.GetType().FullName);
            }
        });
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The webhook of processor {ProcessorId} could not be checked ({Exception}); it is tried again")]
        public static partial void NotChecked(ILogger logger, string processorId, string? exception);
    }
}
