using Dxtra.Klaviyo.Functions.Accounts;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Consent;

internal sealed partial class SyncHandler(IProcessorStore processors, SyncDesk desk, ILogger<SyncHandler> logger)
{
    public async Task HandleAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        await foreach (var processor in processors.ReadActiveAsync(cancellationToken))
        {
            try
            {
                await desk.StartIfIdleAsync(processor.ControllerDid, processor.Id, client, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One that fails must not keep the others waiting.
                Log.NotStarted(logger, processor.Id, exception.GetType().FullName);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Processor {ProcessorId} could not be synchronised ({Exception}); the next turn tries again")]
        public static partial void NotStarted(ILogger logger, string processorId, string? exception);
    }
}
