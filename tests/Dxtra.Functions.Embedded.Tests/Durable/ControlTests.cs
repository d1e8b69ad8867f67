using System.Collections.Concurrent;
using Dxtra.Functions.Embedded.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>functions-api.md, durable table: suspend, resume, terminate.</summary>
public sealed class ControlTests
{
    [Fact]
    public async Task A_suspended_instance_shows_the_reason_and_reads_its_events_when_it_is_resumed()
    {
        await using var host = await WaitingHostAsync();
        var id = await host.ScheduleAsync();
        await host.StatusAsync(id, OrchestrationRuntimeStatus.Running);

        await host.Client.SuspendInstanceAsync(id, "audit");
        var suspended = await host.StatusAsync(id, OrchestrationRuntimeStatus.Suspended);
        await host.Client.RaiseEventAsync(id, "go", "kept");
        await Eventually.HoldsAsync(() => host.Count("inbox") == 1, "the event waits");
        Assert.Equal("audit", suspended.SerializedOutput);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);

        await host.Client.ResumeInstanceAsync(id);

        Assert.Equal("kept", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_suspended_instance_reads_results_and_timers_when_it_is_resumed_even_after_a_restart()
    {
        var release = new TaskCompletionSource<object?>();
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            var timer = context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            await context.CallActivityAsync("Work");
            await timer;
            return "done";
        });
        host.Scripts.Work = _ => release.Task;
        var id = await host.ScheduleAsync();
        await host.StatusAsync(id, OrchestrationRuntimeStatus.Running);
        await host.Client.SuspendInstanceAsync(id);
        await host.StatusAsync(id, OrchestrationRuntimeStatus.Suspended);
        release.SetResult(null);
        await Eventually.HoldsAsync(() => host.Count("activities") == 0, "the activity has ended");

        await host.RestartAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
        await host.Client.ResumeInstanceAsync(id);

        Assert.Equal("done", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_instance_suspended_before_its_time_begins_when_it_is_resumed()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await DurableHost.WithMainAsync(_ => Task.FromResult<object?>("begun"), time);
        var start = time.Start.AddHours(1);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Main", new StartOrchestrationOptions(StartAt: start));
        await host.Client.SuspendInstanceAsync(id);
        await host.StatusAsync(id, OrchestrationRuntimeStatus.Suspended);
        time.SetUtcNow(start);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);

        await host.Client.ResumeInstanceAsync(id);

        Assert.Equal("begun", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_terminated_instance_has_the_output_that_was_given_and_leaves_nothing_to_do()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return null;
        });
        var id = await host.ScheduleAsync();
        await Eventually.HoldsAsync(() => host.Count("timers") == 1, "the timer is set");

        await host.Client.TerminateInstanceAsync(id, "no longer wanted");

        var ended = await host.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, ended.RuntimeStatus);
        Assert.Equal("no longer wanted", ended.ReadOutputAs<string>());
        Assert.Equal(0, host.Count("timers"));
    }

    [Fact]
    public async Task The_result_of_an_activity_that_outlives_its_orchestration_is_dropped()
    {
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource<object?>();
        await using var host = await DurableHost.WithMainAsync(async context => await context.CallActivityAsync<string>("Work"));
        host.Scripts.Work = _ =>
        {
            begun.TrySetResult();
            return release.Task;
        };
        await host.ScheduleAsync(id: "again");
        await begun.Task;
        await host.Client.TerminateInstanceAsync("again");
        await host.EndAsync("again");

        host.Scripts.Work = _ => Task.FromResult<object?>("new");
        await host.ScheduleAsync(id: "again");
        release.SetResult("old");

        Assert.Equal("new", (await host.EndAsync("again")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Activities_that_wait_for_their_turn_do_not_run_once_their_orchestration_is_terminated()
    {
        var ran = new ConcurrentQueue<string?>();
        var release = new TaskCompletionSource<object?>();
        await using var host = await DurableHost.StartAsync(
            configure: services => services.Configure<DurableOptions>(options => options.MaxConcurrentActivities = 1));
        host.Scripts.Main = async context =>
            await Task.WhenAll(context.CallActivityAsync<string>("Work", "first"), context.CallActivityAsync<string>("Work", "second"));
        host.Scripts.Child = async context => await context.CallActivityAsync<string>("Work", "other");
        host.Scripts.Work = input =>
        {
            ran.Enqueue(input);
            return input == "first" ? release.Task : Task.FromResult<object?>(input);
        };
        var id = await host.ScheduleAsync();
        await Eventually.HoldsAsync(() => !ran.IsEmpty, "the first activity runs");

        await host.Client.TerminateInstanceAsync(id);
        await host.EndAsync(id);
        release.SetResult(null);

        // One activity at a time, in order: when the other orchestration's has run, the second would have.
        await host.EndAsync(await host.Client.ScheduleNewOrchestrationInstanceAsync("Child"));
        Assert.Equal(["first", "other"], ran);
    }

    [Fact]
    public async Task An_instance_can_be_terminated_before_its_time()
    {
        await using var host = await DurableHost.WithMainAsync(_ => Task.FromResult<object?>("begun"));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Main", new StartOrchestrationOptions(StartAt: DateTimeOffset.UtcNow.AddHours(1)));

        await host.Client.TerminateInstanceAsync(id, "never mind");

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.EndAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Terminating_suspending_or_resuming_a_completed_or_missing_instance_throws()
    {
        await using var host = await DurableHost.WithMainAsync(_ => Task.FromResult<object?>(null));
        var ended = (await host.RunAsync()).InstanceId;

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.TerminateInstanceAsync(ended));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.SuspendInstanceAsync(ended));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.ResumeInstanceAsync(ended));
        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.TerminateInstanceAsync("nobody"));
    }

    private static Task<DurableHost> WaitingHostAsync() =>
        DurableHost.WithMainAsync(async context => await context.WaitForExternalEvent<string>("go"));
}
