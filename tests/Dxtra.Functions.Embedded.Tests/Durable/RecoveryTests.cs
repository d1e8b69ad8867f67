using Dxtra.Functions.Embedded.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>What outlives a stop, what a failed write may not do, and what is never logged. The kill is CrashTests' part.</summary>
public sealed class RecoveryTests
{
    [Fact]
    public async Task An_activity_that_was_running_at_the_stop_runs_again_and_its_orchestration_goes_on()
    {
        var begun = new TaskCompletionSource();
        await using var host = await DurableHost.StartAsync(functions: typeof(SlowFunctions), configure: services => services.AddSingleton(begun));
        host.Scripts.Main = async context => await context.CallActivityAsync<string>("Slow");
        var id = await host.ScheduleAsync();
        await begun.Task;

        await host.RestartAsync();

        Assert.Equal("whole", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Timers_and_waits_go_on_after_a_restart()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            await context.CreateTimer(TimeSpan.FromMilliseconds(300), CancellationToken.None);
            return await context.WaitForExternalEvent<string>("go");
        });
        var id = await host.ScheduleAsync();
        await Eventually.HoldsAsync(() => host.Count("timers") == 1, "the timer is set");

        await host.RestartAsync();
        await Eventually.HoldsAsync(() => host.Count("timers") == 0, "the timer has fired");
        await host.RestartAsync();
        await host.Client.RaiseEventAsync(id, "go", "done");

        Assert.Equal("done", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_write_that_fails_takes_no_other_of_its_batch_with_it()
    {
        await using var host = await DurableHost.StartAsync();

        var writes = Enumerable.Range(0, 20).Select(i => host.Store.WriteAsync((session, _) =>
        {
            HistoryTable.Append(session, "batch", i, [new(EventKind.TurnStarted, -1, null, null, DateTime.UnixEpoch)]);
            return i == 7 ? throw new InvalidOperationException("no") : i;
        })).ToList();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.WhenAll(writes));

        Assert.Equal(19, writes.Count(write => write.IsCompletedSuccessfully));
        Assert.Equal(19, host.Count("history"));
    }

    [Fact]
    public async Task Payloads_and_exception_messages_are_logged_at_Debug_at_most()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            context.SetCustomStatus("secret-status");
            await context.CallActivityAsync("Work", context.GetInput<string>());
            return null;
        });
        host.Scripts.Work = _ => throw new InvalidOperationException("secret-message");

        var ended = await host.RunAsync("secret-input");

        Assert.Contains("secret-message", ended.SerializedOutput);
        Assert.Contains(host.Logs.Entries, entry => entry.Level == LogLevel.Warning && entry.Text.Contains("Work"));
        Assert.DoesNotContain(host.Logs.Entries, entry => entry.Level > LogLevel.Debug && entry.Text.Contains("secret"));
    }

    internal sealed class SlowFunctions(TaskCompletionSource begun)
    {
        [Function("Slow")]
        public async Task<string> SlowAsync([ActivityTrigger] string? input, CancellationToken ct)
        {
            if (begun.TrySetResult())
                await Task.Delay(Timeout.InfiniteTimeSpan, ct);
            return input ?? "whole";
        }
    }
}
