using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Functions.Embedded.Tests.Durable;

/// <summary>functions-api.md, durable table: get, wait and query.</summary>
public sealed class QueryTests
{
    [Fact]
    public async Task A_missing_instance_is_null_and_waiting_for_it_ends_only_when_cancelled()
    {
        await using var host = await DurableHost.StartAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        Assert.Null(await host.Client.GetInstanceAsync("nobody"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Client.WaitForInstanceCompletionAsync("nobody", patience.Token));
    }

    [Fact]
    public async Task Waiting_for_the_start_ends_when_the_instance_runs()
    {
        await using var host = await DurableHost.WithMainAsync(async context => await context.WaitForExternalEvent<string>("go"));
        var waiting = host.Client.WaitForInstanceStartAsync("one", CancellationToken.None);

        await host.ScheduleAsync(id: "one");

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await waiting).RuntimeStatus);
    }

    [Fact]
    public async Task Payloads_are_there_only_when_they_are_asked_for()
    {
        await using var host = await DurableHost.WithMainAsync(_ => Task.FromResult<object?>("result"));
        var id = (await host.RunAsync("input")).InstanceId;

        var bare = (await host.Client.GetInstanceAsync(id))!;

        Assert.Null(bare.SerializedInput ?? bare.SerializedOutput ?? bare.SerializedCustomStatus);
        Assert.Throws<InvalidOperationException>(() => bare.ReadOutputAs<string>());
        Assert.Equal("result", (await host.Client.GetInstanceAsync(id, true))!.ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_query_by_prefix_and_statuses_finds_sub_orchestrations_too()
    {
        await using var host = await DurableHost.WithMainAsync(async context =>
        {
            await context.CallSubOrchestratorAsync("Child", options: new SubOrchestrationOptions(instanceId: "a-child"));
            return await context.WaitForExternalEvent<string>("go");
        });
        host.Scripts.Child = _ => Task.FromResult<object?>(null);
        await host.ScheduleAsync(id: "a-main");
        await host.EndAsync("a-child");
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Child", null, new StartOrchestrationOptions("b"));
        await host.EndAsync("b");

        Assert.Equal(["a-child", "a-main"], await IdsAsync(host, new(InstanceIdPrefix: "a-")));
        Assert.Equal(["a-child", "b"], await IdsAsync(host, new(Statuses: [OrchestrationRuntimeStatus.Completed])));
        Assert.Equal(["a-child"], await IdsAsync(host, new(InstanceIdPrefix: "a-", Statuses: [OrchestrationRuntimeStatus.Completed])));
        Assert.Empty(await IdsAsync(host, new(InstanceIdPrefix: "A-")));
    }

    [Fact]
    public async Task A_query_by_time_of_creation_includes_both_ends()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await DurableHost.WithMainAsync(_ => Task.FromResult<object?>(null), time);
        foreach (var id in new[] { "0", "1", "2", "3" })
        {
            await host.RunAsync(id: id);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["1", "2"], await IdsAsync(host, new(time.Start.AddMinutes(1), time.Start.AddMinutes(2))));
    }

    [Fact]
    public async Task Pages_go_on_from_their_tokens()
    {
        await using var host = await DurableHost.WithMainAsync(_ => Task.FromResult<object?>(null));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => host.RunAsync(id: $"{i}")));

        var pages = new List<Page<OrchestrationMetadata>>();
        await foreach (var page in host.Client.GetAllInstancesAsync(new(PageSize: 2)).AsPages())
            pages.Add(page);

        Assert.Equal([2, 2, 1], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);
        Assert.Equal(["2", "3", "4"], await IdsAsync(host, new(ContinuationToken: pages[0].ContinuationToken)));
    }

    private static async Task<List<string>> IdsAsync(DurableHost host, OrchestrationQuery query)
    {
        var ids = new List<string>();
        await foreach (var found in host.Client.GetAllInstancesAsync(query))
            ids.Add(found.InstanceId);
        return ids;
    }
}
