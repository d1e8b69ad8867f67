using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>functions-api.md, durable table: the lines on external events.</summary>
public sealed class ExternalEventTests
{
    [Fact]
    public async Task An_event_raised_before_it_is_waited_for_is_kept_and_its_name_matches_whatever_the_case()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            await context.WaitForExternalEvent<string>("go");
            return await context.WaitForExternalEvent<string>("Approved");
        });
        var id = await host.ScheduleAsync();

        await host.Client.RaiseEventAsync(id, "APPROVED", "by Ann");
        await host.Client.RaiseEventAsync(id, "Go", "now");

        Assert.Equal("by Ann", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_raised_before_the_first_turn_is_delivered()
    {
        await using var host = await DurableHost.WithMainAsync(async context => await context.WaitForExternalEvent<int>("go"));
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync(
            "Main", null, new StartOrchestrationOptions(StartAt: DateTimeOffset.UtcNow.AddMilliseconds(200)));

        await host.Client.RaiseEventAsync(id, "go", 7);

        Assert.Equal(7, (await host.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Of_two_waiters_the_last_gets_the_first_event_and_the_other_the_next()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            var first = context.WaitForExternalEvent<string>("go");
            var last = context.WaitForExternalEvent<string>("go");
            return new[] { await first, await last };
        });
        var id = await host.ScheduleAsync();

        await host.Client.RaiseEventAsync(id, "go", "one");
        await host.Client.RaiseEventAsync(id, "go", "two");

        Assert.Equal(["two", "one"], (await host.EndAsync(id)).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task A_wait_that_runs_out_throws_TaskCanceledException_and_a_later_wait_gets_the_late_event()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            try
            {
                return await context.WaitForExternalEvent<string>("go", TimeSpan.FromMilliseconds(20));
            }
            catch (TaskCanceledException)
            {
                context.SetCustomStatus("timed out");
                await context.WaitForExternalEvent<string>("again");
                return await context.WaitForExternalEvent<string>("go");
            }
        });
        var id = await host.ScheduleAsync();
        await Eventually.FindAsync(
            async () => (await host.Client.GetInstanceAsync(id, true))?.SerializedCustomStatus == "\"timed out\"" ? id : null, "the wait runs out");

        await host.Client.RaiseEventAsync(id, "go", "late");
        await host.Client.RaiseEventAsync(id, "again");

        Assert.Equal("late", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_in_time_cancels_the_timer_of_its_wait()
    {
        await using var host = await DurableHost.WithMainAsync(
            async context => await context.WaitForExternalEvent<string>("go", TimeSpan.FromHours(1)));
        var id = await host.ScheduleAsync();

        await host.Client.RaiseEventAsync(id, "go", "in time");

        Assert.Equal("in time", (await host.EndAsync(id)).ReadOutputAs<string>());
        Assert.Equal(0, host.Count("timers"));
    }

    [Fact]
    public async Task Waiting_for_one_name_as_two_types_is_an_error()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            var text = context.WaitForExternalEvent<string>("go");
            await Task.WhenAll(text, context.WaitForExternalEvent<int>("go"));
            return null;
        });
        var id = await host.ScheduleAsync();
        await host.Client.RaiseEventAsync(id, "go", "text");

        Assert.StartsWith("System.ArgumentException: Event 'go'", (await host.EndAsync(id)).SerializedOutput);
    }

    [Fact]
    public async Task An_event_between_orchestrations_arrives_and_one_for_a_missing_instance_is_dropped_silently()
    {
        await using var host = await DurableHost.WithMainAsync(context =>
        {
            context.SendEvent("nobody", "go", 1);
            context.SendEvent("receiver", "go", 2);
            return Task.FromResult<object?>("sent");
        });
        host.Scripts.Child = async context => await context.WaitForExternalEvent<int>("go");
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Child", null, new StartOrchestrationOptions("receiver"));

        Assert.Equal("sent", await host.ResultAsync<string>());

        Assert.Equal(2, (await host.EndAsync("receiver")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Raising_to_a_missing_or_a_completed_instance_throws()
    {
        await using var host = await DurableHost.WithMainAsync(_ => Task.FromResult<object?>(null));
        var ended = await host.RunAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.RaiseEventAsync("nobody", "go"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.RaiseEventAsync(ended.InstanceId, "go"));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
    }
}
