using Dxtra.Klaviyo.Client;
using Microsoft.Extensions.Logging;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Has the gaps of a processor filled; one that cannot be filled now stays noted for the next time.</summary>
internal sealed partial class GapFilling(IWebhookGaps gaps, IEnumerable<IGapFiller> fillers, ILogger<GapFilling> logger)
{
    private readonly IReadOnlyList<IGapFiller> _fillers = [.. fillers];

    public async Task FillAsync(string controller, string processorId, CancellationToken cancellationToken)
    {
        if (_fillers.Count == 0)
            return;
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
            foreach (var filler in _fillers)
            {
                if (!await filler.FillAsync(gap, cancellationToken))
                    return false;
            }

            return true;
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
