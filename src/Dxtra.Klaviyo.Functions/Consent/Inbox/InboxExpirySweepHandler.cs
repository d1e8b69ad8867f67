using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Nobody keeps people's data for ever because it could not be read.</summary>
internal sealed partial class InboxExpirySweepHandler(
    IInboxStore store, IOptions<WebhooksOptions> options, TimeProvider time, ILogger<InboxExpirySweepHandler> logger)
{
    private static readonly InboxState[] Kept = [InboxState.Poison, InboxState.Unknown];

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepDays);
        foreach (var state in Kept)
        {
            await foreach (var item in store.ReadAllAsync(state, cancellationToken))
            {
                if (item.ReceivedAt > end)
                    continue;
                await store.RemoveAsync(item, cancellationToken);
                Log.Deleted(logger, item.Id, item.ProcessorId, item.Reason);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Message {Message} for processor {ProcessorId}, which was kept for {Reason}, is deleted: its time is over")]
        public static partial void Deleted(ILogger logger, string message, string processorId, InboxReason? reason);
    }
}
