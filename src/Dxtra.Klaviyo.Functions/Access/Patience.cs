using Microsoft.DurableTask;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>How long the work on a request tries again what fails.</summary>
internal static class Patience
{
    private const int Attempts = 12;
    private const int LongestPause = 180;

    /// <summary>For what is asked of our own storage.</summary>
    public static TaskOptions Usual { get; } = Of(TimeSpan.FromSeconds(5));

    // 12 attempts, 5 s first, doubled up to 15 min: 5+10+20+40+80+160+320+640+900+900+900 s, about 66 minutes of patience.
    public static TaskOptions Of(TimeSpan firstPause) =>
        TaskOptions.FromRetryPolicy(new RetryPolicy(Attempts, firstPause, backoffCoefficient: 2, maxRetryInterval: firstPause * LongestPause));
}
