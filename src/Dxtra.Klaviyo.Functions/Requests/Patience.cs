using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>How orchestrations wait for their turn at Klaviyo, and how long they try again what fails.</summary>
internal static class Patience
{
    private const int Attempts = 12;
    private const int LongestPause = 180;

    /// <summary>For what is asked of our own storage.</summary>
    public static TaskOptions Usual { get; } = Of(TimeSpan.FromSeconds(5));

    // 12 attempts, 5 s first, doubled up to 15 min: 5+10+20+40+80+160+320+640+900+900+900 s, about 66 minutes of patience.
    public static TaskOptions Of(TimeSpan firstPause) =>
        TaskOptions.FromRetryPolicy(new RetryPolicy(Attempts, firstPause, backoffCoefficient: 2, maxRetryInterval: firstPause * LongestPause));

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
