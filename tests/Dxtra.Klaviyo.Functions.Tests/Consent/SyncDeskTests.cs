using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

[Collection(StorageTests.Name)]
public sealed class SyncDeskTests(StorageFixture storage)
{
    private readonly FakeTimeProvider _time = new(Some.Now);
    private readonly FakeDurableClient _client = new();
    private readonly RequestWork _work = Some.Work();

    private TableSyncStore Store => new(storage.Tables);

    private SyncDesk Desk => new(Store, _time);

    [Fact]
    public async Task However_many_start_at_once_one_cycle_runs()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => StartAsync()));

        Assert.Single(ids.Distinct());
        Assert.Equal(ids[0], Assert.Single(_client.Inputs).Key);
    }

    [Fact]
    public async Task A_full_cycle_waits_for_the_one_at_work_and_is_next()
    {
        var running = await StartAsync();

        var full = await StartAsync(full: true);
        Assert.Equal(full, await StartAsync(full: true));
        Assert.Equal(running, await StartAsync());
        Assert.Single(_client.Inputs);

        var after = await Store.UpdateAsync(_work.ControllerDid, _work.ProcessorId, state => state.Release(running!, Some.Now), CancellationToken.None);
        Assert.Equal((full, true, running), (after.Running, after.RunningIsFull, after.RunningAfter));
    }

    [Fact]
    public async Task A_full_cycle_at_work_serves_all() => Assert.Equal(await StartAsync(full: true), await StartAsync());

    [Fact]
    public async Task The_same_key_is_the_same_cycle_and_with_another_body_it_is_refused()
    {
        var first = await StartAsync(key: new("k1", "b1"));

        Assert.Equal(first, await StartAsync(key: new("k1", "b1")));
        Assert.Null(await StartAsync(key: new("k1", "b2")));
        Assert.Equal(first, await StartAsync(key: new("k2", "b1")));
        Assert.Equal(first, await StartAsync(key: new("k2", "b1")));
    }

    [Fact]
    public async Task A_turn_that_was_claimed_and_never_started_is_started_by_the_next_call()
    {
        _client.Fault = new IOException("the process dies here");
        await Assert.ThrowsAsync<IOException>(() => StartAsync());
        _client.Fault = null;
        await IdleAsync();
        Assert.Empty(_client.Inputs);

        _time.Advance(TimeSpan.FromMinutes(2));
        await IdleAsync();

        Assert.Equal((await Store.ReadAsync(_work.ControllerDid, _work.ProcessorId, CancellationToken.None)).Running, Assert.Single(_client.Inputs).Key);
    }

    [Fact]
    public async Task A_turn_whose_orchestration_ended_without_giving_it_back_is_taken_over()
    {
        var first = await StartAsync();
        _client[first!] = new(nameof(ConsentSyncOrchestrator), first!) { RuntimeStatus = OrchestrationRuntimeStatus.Failed };
        _time.Advance(TimeSpan.FromMinutes(5));

        await IdleAsync();

        Assert.Equal(2, _client.Inputs.Count);
    }

    [Fact]
    public async Task A_running_one_is_left_alone()
    {
        await StartAsync();
        _time.Advance(TimeSpan.FromMinutes(5));

        await IdleAsync();

        Assert.Single(_client.Inputs);
    }

    private Task<string?> StartAsync(bool full = false, IdempotencyClaim? key = null) =>
        Desk.StartAsync(_work.ControllerDid, _work.ProcessorId, full, key, _client, CancellationToken.None);

    private Task IdleAsync() => Desk.StartIfIdleAsync(_work.ControllerDid, _work.ProcessorId, _client, CancellationToken.None);
}
