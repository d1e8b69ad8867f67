using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>How orchestrations wait for their turn at Klaviyo.</summary>
internal static class PatientCalls
{
    /// <summary>
    /// Calls an activity that answers <see cref="OrLater{T}"/>, as often as it says "later", without end: quota comes back every minute.
    /// Faults are for <paramref name="options"/>, whose attempts begin anew each time.
    /// </summary>
    public static async Task<T> CallPatientlyAsync<T>(this TaskOrchestrationContext context, TaskName activity, object input, TaskOptions options)
    {
        while (true)
        {
            var answer = await context.CallActivityAsync<OrLater<T>>(activity, input, options);
            if (answer.Seconds is not { } seconds)
                return answer.Output!;
            await context.CreateTimer(TimeSpan.FromSeconds(seconds), CancellationToken.None);
        }
    }
}
