using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>functions-api.md, durable table: ids; and the start options of the official client.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public async Task The_id_of_a_running_instance_is_refused()
    {
        await using var host = await DurableHost.WithMainAsync(async context => await context.WaitForExternalEvent<string>("go"));
        await host.ScheduleAsync(id: "one");

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => host.ScheduleAsync(id: "one"));
    }

    [Fact]
    public async Task Of_many_callers_with_one_id_one_wins()
    {
        await using var host = await DurableHost.WithMainAsync(async context => await context.WaitForExternalEvent<string>("go"));

        var tries = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
            await Record.ExceptionAsync(() => host.ScheduleAsync(id: "one"))));

        Assert.Single(tries, exception => exception is null);
        Assert.All(tries.OfType<Exception>(), exception => Assert.IsType<OrchestrationAlreadyExistsException>(exception));
    }

    [Fact]
    public async Task The_id_of_a_completed_instance_begins_a_new_run_that_replaces_it()
    {
        await using var host = await DurableHost.WithMainAsync(context => Task.FromResult<object?>(context.GetInput<string>()));
        await host.RunAsync("first", "one");

        Assert.Equal("second", (await host.RunAsync("second", "one")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task The_id_of_a_completed_instance_is_refused_when_its_status_is_one_to_dedupe()
    {
        await using var host = await DurableHost.WithMainAsync(_ => Task.FromResult<object?>(null));
        await host.RunAsync(id: "one");
        var options = new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => host.Client.ScheduleNewOrchestrationInstanceAsync("Main", options));
    }

    [Theory]
    [InlineData("@entity")]
    [InlineData("a/b")]
    [InlineData("a#b")]
    [InlineData("a\nb")]
    public async Task An_id_that_the_official_host_refuses_is_refused(string id)
    {
        await using var host = await DurableHost.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => host.ScheduleAsync(id: id));
    }

    [Fact]
    public async Task An_instance_with_a_start_time_is_Pending_until_then_even_over_a_restart()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await DurableHost.WithMainAsync(_ => Task.FromResult<object?>("begun"), time);
        var start = time.Start.AddHours(1);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Main", new StartOrchestrationOptions(StartAt: start));
        await host.RestartAsync();
        time.SetUtcNow(start.AddSeconds(-1));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);

        time.SetUtcNow(start);

        Assert.Equal("begun", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Tags_stay_with_the_instance_and_go_to_a_child_that_is_given_them()
    {
        await using var host = await DurableHost.WithMainAsync(async context => await context.CallSubOrchestratorAsync<string>(
            "Child", options: new SubOrchestrationOptions(new TaskOptions(tags: new Dictionary<string, string> { ["kind"] = "child" }), "child")));
        host.Scripts.Child = _ => Task.FromResult<object?>(null);
        var options = new StartOrchestrationOptions { Tags = new Dictionary<string, string> { ["kind"] = "main" } };

        var ended = await host.EndAsync(await host.Client.ScheduleNewOrchestrationInstanceAsync("Main", options));

        Assert.Equal("main", ended.Tags["kind"]);
        Assert.Equal("child", (await host.Client.GetInstanceAsync("child"))!.Tags["kind"]);
    }

    [Fact]
    public async Task Restart_runs_an_ended_instance_again_under_its_id_or_a_new_one()
    {
        var runs = 0;
        await using var host = await DurableHost.WithMainAsync(context => Task.FromResult<object?>($"{context.GetInput<string>()} {++runs}"));
        await host.RunAsync("run", "one");

        Assert.Equal("one", await host.Client.RestartAsync("one"));
        Assert.Equal("run 2", (await host.EndAsync("one")).ReadOutputAs<string>());
        var other = await host.Client.RestartAsync("one", restartWithNewInstanceId: true);

        Assert.NotEqual("one", other);
        Assert.Equal("run 3", (await host.EndAsync(other)).ReadOutputAs<string>());
        await Assert.ThrowsAsync<ArgumentException>(() => host.Client.RestartAsync("nobody"));
    }

    [Fact]
    public async Task Restarting_a_running_instance_under_its_id_throws()
    {
        await using var host = await DurableHost.WithMainAsync(async context => await context.WaitForExternalEvent<string>("go"));
        await host.ScheduleAsync(id: "one");

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.RestartAsync("one"));
    }
}
