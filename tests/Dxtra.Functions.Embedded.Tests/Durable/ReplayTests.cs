using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>functions-api.md, durable table: what is the same on replay, and what happens when it is not.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task NewGuid_is_of_version_5_differs_at_each_call_and_is_the_same_on_replay()
    {
        var seen = new ConcurrentQueue<Guid>();
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            seen.Enqueue(context.NewGuid());
            seen.Enqueue(context.NewGuid());
            await context.CallActivityAsync("Work");
            return null;
        });

        await host.RunAsync();

        Assert.Equal(4, seen.Count);
        Assert.Equal(seen.Take(2), seen.Skip(2));
        Assert.Equal(2, seen.Distinct().Count());
        Assert.All(seen, guid => Assert.Equal(5, guid.Version));
    }

    [Fact]
    public async Task The_clock_stands_still_within_a_turn_and_says_the_same_on_replay()
    {
        var seen = new ConcurrentQueue<DateTime>();
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            seen.Enqueue(context.CurrentUtcDateTime);
            await Task.WhenAll(context.CallActivityAsync("Work"), context.CreateTimer(TimeSpan.FromMilliseconds(20), CancellationToken.None));
            seen.Enqueue(context.CurrentUtcDateTime);
            await context.CallActivityAsync("Work");
            return DateTimeKind.Utc == context.CurrentUtcDateTime.Kind;
        });

        Assert.True(await host.ResultAsync<bool>());

        Assert.Equal(2, seen.Distinct().Count());
        Assert.True(seen.Max() - seen.Min() >= TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public async Task Replay_safe_loggers_say_everything_once()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            context.CreateReplaySafeLogger<ReplayTests>().LogInformation("before");
            context.ReplaySafeLoggerFactory.CreateLogger("factory").LogInformation("by the factory");
            await context.CallActivityAsync("Work");
            context.CreateReplaySafeLogger("named").LogInformation("between");
            await context.CallActivityAsync("Work");
            return null;
        });

        await host.RunAsync();

        var texts = host.Logs.Entries.Where(entry => entry.Category is "named" or "factory" || entry.Category.EndsWith("ReplayTests", StringComparison.Ordinal));
        Assert.Equal(["before", "by the factory", "between"], texts.Select(entry => entry.Text.Trim()));
    }

    [Theory]
    [InlineData("other name", "step 1 was a call of activity 'Work'", "a call of activity 'Other'")]
    [InlineData("other kind", "step 1 was a call of activity 'Work'", "a timer")]
    [InlineData("one less", "step 1 was a call of activity 'Work'", "no step at all")]
    [InlineData("one more", "step 0 was a call of activity 'Work'", "a timer")]
    public async Task Other_code_on_replay_fails_the_instance_and_names_the_step(string change, string was, string came)
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            await context.CallActivityAsync("Work");
            await context.CallActivityAsync("Work");
            return await context.WaitForExternalEvent<string>("go");
        });
        var id = await host.ScheduleAsync();
        await Eventually.HoldsAsync(() => host.Count("history where kind = 10") == 2, "both activities are delivered");

        host.Scripts.Main = async context =>
        {
            if (change == "one more")
                await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            await context.CallActivityAsync("Work");
            if (change == "other kind")
                await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            else if (change != "one less")
                await context.CallActivityAsync(change == "other name" ? "Other" : "Work");
            return await context.WaitForExternalEvent<string>("go");
        };
        await host.Client.RaiseEventAsync(id, "go");

        var ended = await host.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Contains("Non-deterministic workflow", ended.SerializedOutput);
        Assert.Contains(was, ended.SerializedOutput);
        Assert.Contains($"is {came} on replay", ended.SerializedOutput);
    }

    [Theory]
    [InlineData("at once")]
    [InlineData("after a step")]
    [InlineData("beside a step")]
    public async Task Awaiting_what_is_not_durable_fails_the_instance_instead_of_hanging(string when)
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            var step = when == "beside a step" ? context.CallActivityAsync("Work") : Task.CompletedTask;
            if (when == "after a step")
                await context.CallActivityAsync("Work");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
            await step;
            return await context.CallActivityAsync<string>("Work", "never");
        });

        var ended = await host.RunAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Contains("may await only tasks that its context gave it", ended.SerializedOutput);
    }

    [Fact]
    public async Task Continuations_stay_on_the_thread_of_the_turn()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            // The code runs from its beginning on every turn, so this is the turn's thread.
            var turn = Environment.CurrentManagedThreadId;
            var all = Enumerable.Range(0, 20).Select(async i =>
            {
                await context.CallActivityAsync<string>("Work", $"{i}");
                return Environment.CurrentManagedThreadId == turn;
            });
            var continued = context.CallActivityAsync<string>("Work", "x")
                .ContinueWith(_ => Environment.CurrentManagedThreadId == turn, TaskScheduler.Current);
            return (await Task.WhenAll(all)).All(same => same) && await continued;
        });

        Assert.True(await host.ResultAsync<bool>());
        Assert.Same(TaskScheduler.Default, TaskScheduler.Current);
    }

    [Theory]
    [InlineData("activity")]
    [InlineData("child")]
    [InlineData("child id")]
    [InlineData("event")]
    public async Task A_step_without_a_proper_name_is_an_error_of_the_orchestrator(string what)
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            if (what == "event")
                context.SendEvent("someone", string.Empty, 1);
            await (what switch
            {
                "activity" => context.CallActivityAsync(string.Empty),
                "child" => context.CallSubOrchestratorAsync(string.Empty),
                _ => context.CallSubOrchestratorAsync("Child", options: new SubOrchestrationOptions(instanceId: "a/b")),
            });
            return null;
        });

        Assert.StartsWith("System.Argument", (await host.RunAsync()).SerializedOutput);
    }
}
