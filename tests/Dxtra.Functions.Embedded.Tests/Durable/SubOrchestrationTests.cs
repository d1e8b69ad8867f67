using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>functions-api.md, durable table: the lines on sub-orchestrations.</summary>
public sealed class SubOrchestrationTests
{
    [Fact]
    public async Task A_child_without_an_id_gets_32_hex_digits_that_do_not_come_from_its_parents()
    {
        await using var host = await DurableHost.WithMainAsync(async context => await context.CallSubOrchestratorAsync<string>("Child"));
        host.Scripts.Child = context => Task.FromResult<object?>(context.InstanceId);

        var ended = await host.RunAsync(id: "parent");

        Assert.Matches("^[0-9a-f]{32}$", ended.ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_child_with_an_id_has_it_and_knows_its_parent()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            Assert.Null(context.Parent);
            return await context.CallSubOrchestratorAsync<string>("Child", 5, new SubOrchestrationOptions(instanceId: "mine"));
        });
        host.Scripts.Child = context => Task.FromResult<object?>(
            $"{context.InstanceId} of {context.Parent!.Name} {context.Parent.InstanceId}: {context.GetInput<int>()}");

        Assert.Equal("mine of Main parent: 5", (await host.RunAsync(id: "parent")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_child_that_throws_surfaces_with_its_type_and_bare_message()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            var failure = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync("Child"));
            return new[] { failure.TaskName, failure.FailureDetails.ErrorType, failure.FailureDetails.ErrorMessage };
        });
        host.Scripts.Child = _ => throw new InvalidOperationException("boom");

        Assert.Equal(["Child", "System.InvalidOperationException", "boom"], await host.ResultAsync<string[]>() ?? []);
    }

    [Fact]
    public async Task An_id_that_is_in_use_fails_the_call()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            var options = new SubOrchestrationOptions(instanceId: "taken");
            return (await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync("Child", options: options)))
                .FailureDetails.ErrorType;
        });
        host.Scripts.Child = async context => await context.WaitForExternalEvent<string>("never");
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Child", null, new StartOrchestrationOptions("taken"));

        Assert.EndsWith("OrchestrationAlreadyExistsException", await host.ResultAsync<string>());
    }

    [Fact]
    public async Task Terminating_a_parent_leaves_its_children_unless_it_is_recursive()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
            await context.CallSubOrchestratorAsync<string>("Child", options: new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-child")));
        host.Scripts.Child = async context => await context.WaitForExternalEvent<string>("never");
        foreach (var id in new[] { "one", "tree" })
        {
            await host.ScheduleAsync(id: id);
            await host.StatusAsync($"{id}-child", OrchestrationRuntimeStatus.Running);
        }

        await host.Client.TerminateInstanceAsync("one", "stop");
        await host.Client.TerminateInstanceAsync("tree", new TerminateInstanceOptions("stop", Recursive: true));

        await host.EndAsync("one");
        Assert.Equal("stop", (await host.EndAsync("tree-child")).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Client.GetInstanceAsync("one-child"))!.RuntimeStatus);
    }

    [Fact]
    public async Task A_terminated_child_fails_its_parents_call()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
            (await Assert.ThrowsAsync<TaskFailedException>(
                () => context.CallSubOrchestratorAsync("Child", options: new SubOrchestrationOptions(instanceId: "child")))).TaskName);
        host.Scripts.Child = async context => await context.WaitForExternalEvent<string>("never");
        var id = await host.ScheduleAsync();
        await host.StatusAsync("child", OrchestrationRuntimeStatus.Running);

        await host.Client.TerminateInstanceAsync("child", "stop");

        Assert.Equal("Child", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task The_answer_of_a_child_does_not_reach_a_later_run_of_its_parents_id()
    {
        await using var host = await DurableHost.WithMainAsync(async context => await context.CallSubOrchestratorAsync<string>(
            "Child", options: new SubOrchestrationOptions(instanceId: "child")));
        host.Scripts.Child = async context => await context.WaitForExternalEvent<string>("go");
        await host.ScheduleAsync(id: "parent");
        await host.StatusAsync("child", OrchestrationRuntimeStatus.Running);
        await host.Client.TerminateInstanceAsync("parent");
        await host.EndAsync("parent");
        var release = new TaskCompletionSource<object?>();
        host.Scripts.Main = async context => await context.CallActivityAsync<string>("Work");
        host.Scripts.Work = _ => release.Task;
        await host.ScheduleAsync(id: "parent");
        await host.StatusAsync("parent", OrchestrationRuntimeStatus.Running);

        await host.Client.RaiseEventAsync("child", "go", "of the child");
        await host.EndAsync("child");
        release.SetResult("of the activity");

        Assert.Equal("of the activity", (await host.EndAsync("parent")).ReadOutputAs<string>());
    }
}
