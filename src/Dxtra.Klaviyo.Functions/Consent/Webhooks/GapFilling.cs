using Dxtra.Klaviyo.Client;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Has the gaps of a processor filled; one that cannot be filled now stays noted for the next time.</summary>
internal sealed partial class GapFilling(IWebhookGaps gaps, IGapFiller filler, ILogger<GapFilling> logger)
{
    public async Task FillAsync(string controller, string processorId, CancellationToken cancellationToken)
    {
        foreach (var gap in await gaps.ReadAsync(controller, processorId, cancellationToken))
        {
            if (await FillAsync(gap, cancellationToken))
                await gaps.RemoveAsync(gap, cancellationToken);
        }
    }

    private async Task<bool> FillAsync(WebhookGap gap, CancellationToken cancellationToken)
    {
        try
        {
            return await filler.FillAsync(gap, cancellationToken);
        }
        catch (KlaviyoException exception)
        {
            Log.NotFilled(logger, gap.ProcessorId, exception.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A gap in the webhooks of processor {ProcessorId} could not be filled ({Exception}); it is tried again")]
        public static partial void NotFilled(ILogger logger, string processorId, string exception);
    }
}
