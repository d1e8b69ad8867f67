using Dxtra.Functions.Embedded.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>functions-api.md, durable table: the lines on activities and what they pass.</summary>
public sealed class ActivityTests
{
    [Fact]
    public async Task A_failed_activity_throws_TaskFailedException_that_tells_no_type()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            var failure = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Work"));
            var details = failure.FailureDetails;
            return new[] { failure.TaskName, failure.Message, details.ErrorType, details.ErrorMessage, $"{details.InnerFailure}" };
        });
        host.Scripts.Work = _ => throw new InvalidOperationException("boom", new TimeoutException());

        Assert.Equal(
            [
                "Work",
                "Task 'Work' (#0) failed with an unhandled exception: One or more errors occurred. (boom)",
                "(unknown)",
                "One or more errors occurred. (boom)",
                string.Empty,
            ],
            await host.ResultAsync<string[]>() ?? []);
    }

    [Fact]
    public async Task A_call_of_an_unknown_activity_throws_TaskFailedException()
    {
        await using var host = await DurableHost.WithMainAsync(
            async context => (await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Missing"))).Message);

        var message = await host.ResultAsync<string>();

        Assert.StartsWith("Task 'Missing' (#0) failed", message);
        Assert.Contains("'Work'", message);
    }

    [Fact]
    public async Task Activity_names_match_whatever_the_case()
    {
        await using var host = await DurableHost.WithMainAsync(async context => await context.CallActivityAsync<string>("WORK", "x"));

        Assert.Equal("x", await host.ResultAsync<string>());
    }

    [Fact]
    public async Task WhenAll_with_two_failures_of_three_throws_one_exception_when_all_have_ended()
    {
        var calls = 0;
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            var tasks = new[] { "bad", "good", "bad" }.Select(input => context.CallActivityAsync<string>("Work", input)).ToList();
            await Assert.ThrowsAsync<TaskFailedException>(() => Task.WhenAll(tasks));
            return tasks.Count(task => task.IsCompleted);
        });
        host.Scripts.Work = input =>
        {
            Interlocked.Increment(ref calls);
            return input == "bad" ? throw new InvalidOperationException() : Task.FromResult<object?>(input);
        };

        Assert.Equal(3, await host.ResultAsync<int>());
        Assert.Equal(3, calls);
    }

    [Fact]
    public async Task An_orchestration_whose_function_returned_stays_Running_until_its_open_activities_have_ended()
    {
        var release = new TaskCompletionSource<object?>();
        await using var host = await DurableHost.WithMainAsync(context =>
        {
            _ = context.CallActivityAsync("Work");
            context.SetCustomStatus("returned");
            return Task.FromResult<object?>("done");
        });
        host.Scripts.Work = _ => release.Task;
        var id = await host.ScheduleAsync();
        await host.StatusAsync(id, OrchestrationRuntimeStatus.Running);
        Assert.Equal("\"returned\"", (await host.Client.GetInstanceAsync(id, true))!.SerializedCustomStatus);

        release.SetResult(null);

        Assert.Equal("done", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_fan_out_of_a_thousand_comes_back_in_order()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
            await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => context.CallActivityAsync<int>("Work", $"{i}"))));
        host.Scripts.Work = async input =>
        {
            await Task.Yield();
            return int.Parse(input!);
        };

        Assert.Equal(Enumerable.Range(0, 1000), await host.ResultAsync<int[]>() ?? []);
    }

    [Fact]
    public async Task Activities_run_in_parallel_up_to_the_setting()
    {
        var running = 0;
        var most = 0;
        await using var host = await DurableHost.StartAsync(configure: services =>
            services.Configure<DurableOptions>(options => options.MaxConcurrentActivities = 3));
        host.Scripts.Main = async context =>
        {
            await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => context.CallActivityAsync("Work")));
            return null;
        };
        host.Scripts.Work = async _ =>
        {
            var now = Interlocked.Increment(ref running);
            Interlocked.Exchange(ref most, Math.Max(most, now));
            await Eventually.HoldsAsync(() => Volatile.Read(ref most) == 3, "three activities run at once");
            Interlocked.Decrement(ref running);
            return null;
        };

        await host.RunAsync();

        Assert.Equal(3, most);
    }

    [Fact]
    public async Task An_activity_is_bound_its_input_the_instance_id_the_context_and_a_token()
    {
        await using var host = await DurableHost.StartAsync(functions: typeof(BoundFunctions));
        host.Scripts.Main = async context => await context.CallActivityAsync<string>("Bound", new { Name = "Ann" });

        Assert.Equal("Ann of x1 in Bound, can be cancelled: True", (await host.RunAsync(id: "x1")).ReadOutputAs<string>());
    }

    internal static class BoundFunctions
    {
        [Function("Bound")]
        public static string Bound([ActivityTrigger] Person input, string instanceId, FunctionContext context, CancellationToken ct) =>
            $"{input.Name} of {instanceId} in {context.FunctionDefinition.Name}, can be cancelled: {ct.CanBeCanceled}";
    }

    internal sealed record Person(string Name);
}
