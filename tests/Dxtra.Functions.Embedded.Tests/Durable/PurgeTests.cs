using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>functions-api.md, durable table: purge.</summary>
public sealed class PurgeTests
{
    [Fact]
    public async Task Purging_a_running_instance_throws_a_missing_one_counts_zero_and_a_completed_one_is_gone()
    {
        await using var host = await DurableHost.WithMainAsync(async context => await context.WaitForExternalEvent<string>("go"));
        var id = await host.ScheduleAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Client.PurgeInstanceAsync(id));
        Assert.Equal(0, (await host.Client.PurgeInstanceAsync("nobody")).PurgedInstanceCount);
        await host.Client.RaiseEventAsync(id, "go");
        await host.EndAsync(id);

        Assert.Equal(1, (await host.Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
        Assert.Null(await host.Client.GetInstanceAsync(id));
        Assert.Equal(0, host.Count("history"));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public async Task Sub_orchestrations_go_with_their_parent_when_asked_for(bool recursive, int count)
    {
        await using var host = await DurableHost.WithMainAsync(async context => await context.CallSubOrchestratorAsync<string>("Child", 1));
        host.Scripts.Child = async context =>
        {
            if (context.GetInput<int>() > 0)
                await context.CallSubOrchestratorAsync("Child", 0);
            return null;
        };
        var id = (await host.RunAsync()).InstanceId;

        Assert.Equal(count, (await host.Client.PurgeInstanceAsync(id, new PurgeInstanceOptions(recursive))).PurgedInstanceCount);
        Assert.Equal(3 - count, host.Count("instances"));
    }

    [Fact]
    public async Task A_filter_purges_what_has_ended_in_its_range_and_statuses()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await DurableHost.WithMainAsync(
            async context => context.GetInput<string>() switch
            {
                "fail" => throw new InvalidOperationException(),
                "wait" => await context.WaitForExternalEvent<string>("go"),
                _ => null,
            },
            time);
        await host.RunAsync(id: "old");
        time.Advance(TimeSpan.FromDays(1));
        await host.RunAsync(id: "completed");
        await host.RunAsync("fail", "failed");
        await host.ScheduleAsync("wait", "running");

        var completed = await host.Client.PurgeAllInstancesAsync(
            new(time.Start.AddHours(1), Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Running]));
        Assert.Equal(1, completed.PurgedInstanceCount);
        Assert.Null(await host.Client.GetInstanceAsync("completed"));

        var rest = await host.Client.PurgeAllInstancesAsync(new(CreatedTo: time.GetUtcNow()));
        Assert.Equal(2, rest.PurgedInstanceCount);
        Assert.True(rest.IsComplete);
        Assert.NotNull(await host.Client.GetInstanceAsync("running"));
    }
}
