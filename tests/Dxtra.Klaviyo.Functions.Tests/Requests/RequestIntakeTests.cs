using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary><see cref="RequestIntake"/> with the sweep that keeps its promises: whatever breaks in between, work starts exactly once.</summary>
public sealed class RequestIntakeTests
{
    private const string Orchestrator = "SomeOrchestrator";

    private readonly FakeRequestStore _requests = new();
    private readonly FakePendingStartStore _pending = new();
    private readonly FakeDurableClient _client = new();
    private readonly FakeTimeProvider _time = new(Some.Now);
    private readonly RequestWork _work = Some.Work();

    [Fact]
    public async Task An_accepted_request_is_stored_and_started_under_its_id()
    {
        Assert.IsType<ClaimResult.Claimed>(await AcceptAsync(_work));

        Assert.Equal(RequestStatus.Received, _requests[_work].Status);
        Assert.Equal(_work, _client.Inputs[_work.RequestId]);
        Assert.Equal(Orchestrator, _client[_work.RequestId].Name);
        Assert.Empty(_pending.Starts);
    }

    [Fact]
    public async Task A_repeated_call_starts_nothing_and_names_the_first_request()
    {
        await AcceptAsync(_work, new("key", "body"));

        var repeated = await AcceptAsync(_work with { RequestId = "r2" }, new("key", "body"));

        Assert.Equal(new ClaimResult.Repeated(_work.RequestId), repeated);
        Assert.Single(_client.Inputs);
        Assert.Empty(_pending.Starts);
    }

    [Fact]
    public async Task A_key_with_another_body_starts_nothing()
    {
        await AcceptAsync(_work, new("key", "body"));

        Assert.IsType<ClaimResult.KeyReused>(await AcceptAsync(_work with { RequestId = "r2" }, new("key", "other")));
        Assert.Single(_client.Inputs);
        Assert.Empty(_pending.Starts);
    }

    [Fact]
    public async Task A_promise_without_a_request_is_forgotten_by_the_sweep()
    {
        _requests.ClaimFault = new IOException("storage is gone");
        await Assert.ThrowsAsync<IOException>(() => AcceptAsync(_work));

        await SweepAfterAsync(TimeSpan.FromMinutes(2));

        Assert.Empty(_client.Inputs);
        Assert.Empty(_pending.Starts);
    }

    [Fact]
    public async Task A_request_that_was_stored_and_not_started_is_started_by_the_sweep()
    {
        await BreakBeforeStartAsync();

        await SweepAfterAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(_work, _client.Inputs[_work.RequestId]);
        Assert.Empty(_pending.Starts);
    }

    [Fact]
    public async Task A_second_sweep_starts_nothing_more()
    {
        await BreakBeforeStartAsync();

        await SweepAfterAsync(TimeSpan.FromMinutes(2));
        await SweepAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Single(_client.Inputs);
    }

    [Fact]
    public async Task A_young_promise_is_left_to_the_call_that_made_it()
    {
        await BreakBeforeStartAsync();

        await SweepAfterAsync(TimeSpan.FromSeconds(59));

        Assert.Empty(_client.Inputs);
        Assert.Single(_pending.Starts);
    }

    [Fact]
    public async Task A_start_that_happened_is_not_repeated_though_its_promise_is_still_there()
    {
        await AcceptAsync(_work);
        await _pending.AddAsync(new(_work, Orchestrator, Some.Now), CancellationToken.None);

        await SweepAfterAsync(TimeSpan.FromMinutes(2));

        Assert.Single(_client.Inputs);
        Assert.Empty(_pending.Starts);
    }

    [Fact]
    public async Task A_start_that_fails_does_not_keep_the_next_one_waiting()
    {
        var next = _work with { RequestId = _work.RequestId + "2" };
        await BreakBeforeStartAsync();
        await BreakBeforeStartAsync(next);
        _client.Refused = _work.RequestId;

        await SweepAfterAsync(TimeSpan.FromMinutes(2));

        Assert.Equal([next.RequestId], _client.Inputs.Keys);
        Assert.Equal([_work], _pending.Starts.Select(start => start.Work));
    }

    [Fact]
    public async Task A_request_that_is_over_is_not_started()
    {
        await BreakBeforeStartAsync();
        await _requests.UpdateAsync(
            _work.ControllerDid, _work.RequestId, "x", request => request with { Status = RequestStatus.Cancelled }, CancellationToken.None);

        await SweepAfterAsync(TimeSpan.FromMinutes(2));

        Assert.Empty(_client.Inputs);
        Assert.Empty(_pending.Starts);
    }

    [Fact]
    public async Task A_start_that_fails_is_tried_again_by_the_next_sweep()
    {
        await BreakBeforeStartAsync();
        _client.Fault = new IOException("still gone");
        await SweepAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Equal([_work], _pending.Starts.Select(start => start.Work));
        _client.Fault = null;

        await SweepAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Single(_client.Inputs);
    }

    private Task<ClaimResult> AcceptAsync(RequestWork work, IdempotencyClaim? claim = null) =>
        new RequestIntake(_requests, _pending).AcceptAsync(Some.Request(work), "user-1", claim, Orchestrator, _client, CancellationToken.None);

    /// <summary>The process ends, as it were, after the claim.</summary>
    private async Task BreakBeforeStartAsync(RequestWork? work = null)
    {
        _client.Fault = new IOException("the engine is gone");
        await Assert.ThrowsAsync<IOException>(() => AcceptAsync(work ?? _work));
        _client.Fault = null;
    }

    private Task SweepAfterAsync(TimeSpan pause)
    {
        _time.Advance(pause);
        return new StartSweepHandler(_requests, _pending, [], _time, NullLogger<StartSweepHandler>.Instance).HandleAsync(_client, CancellationToken.None);
    }
}
