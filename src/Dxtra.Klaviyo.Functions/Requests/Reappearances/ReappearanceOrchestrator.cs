using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// Works off a comeback: asks Klaviyo what brought the person back and notes it with the deletion request. When Klaviyo does not answer
/// within our patience, it is noted without the cause. The input's request id is the comeback's.
/// </summary>
internal static class ReappearanceOrchestrator
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    [Function(nameof(ReappearanceOrchestrator))]
    public static async Task<bool> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RequestWork work)
    {
        try
        {
            return await context.CallPatientlyAsync<bool>(
                nameof(NoteReappearanceActivity), new NoteReappearanceActivity.Input(work, AskWhy: true), Patience.Of(FirstPause));
        }
        catch (TaskFailedException)
        {
            return await context.CallPatientlyAsync<bool>(
                nameof(NoteReappearanceActivity), new NoteReappearanceActivity.Input(work, AskWhy: false), Patience.Usual);
        }
    }
}
