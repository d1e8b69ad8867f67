using Microsoft.DurableTask;

namespace Dxtra.Functions.Embedded.Durable;

/// <summary>Repeats a call. The waits are durable timers, so they are steps with numbers of their own.</summary>
internal static class Retries
{
    // Longer than any orchestration; keeps a steep policy without a maximum within what a TimeSpan can hold.
    private static readonly TimeSpan Century = TimeSpan.FromDays(36525);

    public static Task<string?> RunAsync(TaskOrchestrationContext context, TaskRetryOptions? retry, Func<Task<string?>> call) => retry switch
    {
        { Policy: { } policy } => ByPolicyAsync(context, policy, call),
        { Handler: { } handler } => ByHandlerAsync(context, handler, call),
        _ => call(),
    };

    private static async Task<string?> ByPolicyAsync(TaskOrchestrationContext context, RetryPolicy policy, Func<Task<string?>> call)
    {
        var began = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException e) when (IsWorthRetry(policy, attempt, context.CurrentUtcDateTime - began, e))
            {
            }

            await context.CreateTimer(DelayAfter(policy, attempt), CancellationToken.None);
        }
    }

    private static async Task<string?> ByHandlerAsync(TaskOrchestrationContext context, AsyncRetryHandler handler, Func<Task<string?>> call)
    {
        var began = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException e)
            {
                var elapsed = context.CurrentUtcDateTime - began;
                if (!await handler(new(context, attempt, e.FailureDetails, elapsed, CancellationToken.None)))
                    throw;
            }
        }
    }

    private static bool IsWorthRetry(RetryPolicy policy, int attempt, TimeSpan elapsed, TaskFailedException failure) =>
        attempt < policy.MaxNumberOfAttempts
        && (policy.RetryTimeout == Timeout.InfiniteTimeSpan || elapsed < policy.RetryTimeout)
        && policy.Handle(failure);

    private static TimeSpan DelayAfter(RetryPolicy policy, int attempt)
    {
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? Century : policy.MaxRetryInterval;
        var delay = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return TimeSpan.FromMilliseconds(Math.Min(delay, longest.TotalMilliseconds));
    }
}
