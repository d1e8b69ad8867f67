using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>functions-api.md, durable table: retry policy and retry handler. The clock is moved from timer to timer.</summary>
public sealed class RetryTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly ConcurrentQueue<TimeSpan> _calls = new();

    [Fact]
    public async Task A_policy_of_three_attempts_calls_three_times_within_three_seconds_and_then_throws()
    {
        await using var host = await FailingHostAsync(new RetryPolicy(3, TimeSpan.FromSeconds(1), 2));
        var id = await host.ScheduleAsync();

        await host.AdvanceToTimerAsync(_time);
        await host.AdvanceToTimerAsync(_time);

        var failure = (await host.EndAsync(id)).ReadOutputAs<string>();
        Assert.Equal("Task 'Work' (#4) failed with an unhandled exception: One or more errors occurred. (boom)", failure);
        Assert.Equal([0, 1, 3], _calls.Select(call => call.TotalSeconds));
    }

    [Fact]
    public async Task A_policy_waits_at_most_its_maximum()
    {
        await using var host = await FailingHostAsync(new RetryPolicy(4, TimeSpan.FromSeconds(1), 10, TimeSpan.FromSeconds(5)));
        var id = await host.ScheduleAsync();

        for (var wait = 0; wait < 3; wait++)
            await host.AdvanceToTimerAsync(_time);

        await host.EndAsync(id);
        Assert.Equal([0, 1, 6, 11], _calls.Select(call => call.TotalSeconds));
    }

    [Fact]
    public async Task A_policy_begins_no_retry_after_its_timeout()
    {
        await using var host = await FailingHostAsync(
            new RetryPolicy(10, TimeSpan.FromSeconds(2), retryTimeout: TimeSpan.FromSeconds(3)));
        var id = await host.ScheduleAsync();

        await host.AdvanceToTimerAsync(_time);
        await host.AdvanceToTimerAsync(_time);

        await host.EndAsync(id);
        Assert.Equal([0, 2, 4], _calls.Select(call => call.TotalSeconds));
    }

    [Fact]
    public async Task A_policy_does_not_repeat_what_HandleFailure_refuses()
    {
        await using var host = await FailingHostAsync(
            new RetryPolicy(5, TimeSpan.FromSeconds(1)) { HandleFailure = failure => !failure.ErrorMessage.Contains("boom") });

        await host.RunAsync();

        Assert.Single(_calls);
    }

    [Fact]
    public async Task A_policy_ends_with_the_result_of_the_attempt_that_succeeds()
    {
        await using var host = await FailingHostAsync(new RetryPolicy(5, TimeSpan.FromSeconds(1)));
        host.Scripts.Work = _ => _calls.IsEmpty ? FailAsync() : Task.FromResult<object?>("well");
        var id = await host.ScheduleAsync();

        await host.AdvanceToTimerAsync(_time);

        Assert.Equal("well", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_handler_is_called_with_attempts_counted_from_one_and_false_ends_it()
    {
        var attempts = new ConcurrentQueue<int>();
        await using var host = await FailingHostAsync(new TaskRetryOptions(async retry =>
        {
            if (!retry.OrchestrationContext.IsReplaying)
                attempts.Enqueue(retry.LastAttemptNumber);
            await retry.OrchestrationContext.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
            return retry.LastAttemptNumber < 3 && retry.LastFailure.ErrorType == "(unknown)";
        }));
        var id = await host.ScheduleAsync();

        for (var wait = 0; wait < 3; wait++)
            await host.AdvanceToTimerAsync(_time);

        await host.EndAsync(id);
        Assert.Equal([1, 2, 3], attempts);
        Assert.Equal([0, 1, 2], _calls.Select(call => call.TotalSeconds));
    }

    [Fact]
    public async Task A_sub_orchestration_is_retried_under_the_same_id()
    {
        var children = new ConcurrentQueue<string>();
        await using var host = await DurableHost.WithMainAsync(
            async context => await context.CallSubOrchestratorAsync<string>("Child", options: new TaskOptions(new RetryPolicy(2, TimeSpan.FromSeconds(1)))),
            _time);
        host.Scripts.Child = context =>
        {
            children.Enqueue(context.InstanceId);
            return children.Count == 1 ? throw new InvalidOperationException("boom") : Task.FromResult<object?>("well");
        };
        var id = await host.ScheduleAsync();

        await host.AdvanceToTimerAsync(_time);

        Assert.Equal("well", (await host.EndAsync(id)).ReadOutputAs<string>());
        Assert.Equal(2, children.Count);
        Assert.Single(children.Distinct());
    }

    private async Task<DurableHost> FailingHostAsync(TaskRetryOptions retry)
    {
        var host = await DurableHost.WithMainAsync(
            async context =>
            {
                try
                {
                    return await context.CallActivityAsync<string>("Work", options: new TaskOptions(retry));
                }
                catch (TaskFailedException e)
                {
                    return e.Message;
                }
            },
            _time);
        host.Scripts.Work = _ => FailAsync();
        return host;
    }

    private Task<object?> FailAsync()
    {
        _calls.Enqueue(_time.GetUtcNow() - _time.Start);
        throw new InvalidOperationException("boom");
    }
}
