using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Works a processor's inbox off, some messages at a time, until it is empty; then it closes the door behind it. It never gives up.</summary>
internal static class InboxOrchestrator
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(5);

    /// <returns>The run that ended.</returns>
    [Function(nameof(InboxOrchestrator))]
    public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, InboxWork work)
    {
        try
        {
            var hasMore = await context.CallActivityAsync<bool>(nameof(WorkOffInboxActivity), work, Patience.Usual);
            if (!hasMore && !await context.CallActivityAsync<bool>(nameof(CloseInboxActivity), work, Patience.Usual))
                return work.Run;
        }
        catch (TaskFailedException)
        {
            // Storage was away for more than an hour. What waits there is safe.
            await context.CreateTimer(AfterFailure, CancellationToken.None);
        }

        context.ContinueAsNew(work);
        return work.Run;
    }
}
