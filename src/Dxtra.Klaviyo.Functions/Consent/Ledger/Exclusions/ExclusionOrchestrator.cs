using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>Looks at those who are yet to be seen out of reach, until each was or our patience is over. The input's request id is the promise's.</summary>
internal static class ExclusionOrchestrator
{
    private const int Looks = 6;

    /// <returns>How many are left for another time.</returns>
    [Function(nameof(ExclusionOrchestrator))]
    public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RequestWork work)
    {
        // 5 + 10 + 20 + 40 + 80 minutes, 155 in all: more than the two hours after which a person is given up.
        var pause = TimeSpan.FromMinutes(5);
        for (var look = 1; ; look++)
        {
            var left = await context.CallPatientlyAsync<int>(nameof(CheckExclusionsActivity), new CheckExclusionsActivity.Input(work), Patience.Usual);
            if (left == 0 || look == Looks)
                return left;
            await context.CreateTimer(pause, CancellationToken.None);
            pause *= 2;
        }
    }
}
