using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>A later look for an erased person; when Klaviyo cannot be asked, the next look has its chance.</summary>
internal static class WatchOrchestrator
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    [Function(nameof(WatchOrchestrator))]
    public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RequestWork work)
    {
        try
        {
            return await context.CallPatientlyAsync<int>(nameof(LookForPersonActivity), new LookForPersonActivity.Input(work), Patience.Of(FirstPause));
        }
        catch (TaskFailedException)
        {
            return 0;
        }
    }
}
