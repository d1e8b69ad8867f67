using Microsoft.DurableTask.Client;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Who works an inbox off, and when: one at a time, and nothing stored is left, whatever breaks in between.</summary>
public sealed class InboxDoorTests
{
    private readonly InboxFixture _inbox = new();

    private static byte[] Message(int number) => Deliveries.Body(Some.Now, Deliveries.Event($"e{number}"));

    [Fact]
    public async Task Of_many_messages_at_once_one_run_is_started()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => _inbox.StoreAsync(Message(number))));

        Assert.Equal([_inbox.Work()], _inbox.Client.Inputs.Values);
        Assert.Equal(20, _inbox.Store.Items.Count);
    }

    [Fact]
    public async Task A_run_works_everything_off_and_closes_and_the_next_message_starts_the_next()
    {
        await _inbox.StoreAsync(Message(1));
        await _inbox.StoreAsync(Message(2));

        Assert.True(await _inbox.WorkOff.RunAsync(_inbox.Work(), CancellationToken.None));
        Assert.False(await _inbox.WorkOff.RunAsync(_inbox.Work(), CancellationToken.None));
        Assert.False(await _inbox.Close.RunAsync(_inbox.Work(), CancellationToken.None));
        await _inbox.StoreAsync(Message(3));

        Assert.Equal(2, _inbox.Desk.Taken.Count);
        Assert.Equal([_inbox.Work(), _inbox.Work(2)], _inbox.Client.Inputs.Values.OfType<InboxWork>().OrderBy(work => work.Run));
    }

    [Fact]
    public async Task A_message_that_is_stored_between_the_last_look_and_the_closing_is_seen()
    {
        await _inbox.StoreAsync(Message(1));
        await _inbox.WorkOff.RunAsync(_inbox.Work(), CancellationToken.None);
        // Its sender finds the door open and calls nobody.
        await _inbox.StoreAsync(Message(2));
        Assert.Single(_inbox.Client.Inputs);

        Assert.True(await _inbox.Close.RunAsync(_inbox.Work(), CancellationToken.None));

        Assert.True(await _inbox.WorkOff.RunAsync(_inbox.Work(), CancellationToken.None));
        Assert.Equal(2, _inbox.Desk.Taken.Count);
    }

    [Fact]
    public async Task A_message_whose_sender_finds_the_door_just_closed_starts_the_next_run_and_the_old_one_ends()
    {
        await _inbox.StoreAsync(Message(1));
        await _inbox.WorkOff.RunAsync(_inbox.Work(), CancellationToken.None);
        var door = await _inbox.Doors.ReadAsync(_inbox.Controller, InboxFixture.ProcessorId, CancellationToken.None);
        await _inbox.Doors.TryWriteAsync(door with { IsOpen = false }, CancellationToken.None);
        await _inbox.StoreAsync(Message(2));

        Assert.False(await _inbox.Close.RunAsync(_inbox.Work(), CancellationToken.None));
        Assert.False(await _inbox.WorkOff.RunAsync(_inbox.Work(), CancellationToken.None));
        Assert.True(await _inbox.WorkOff.RunAsync(_inbox.Work(2), CancellationToken.None));

        Assert.Equal(2, _inbox.Desk.Taken.Count);
    }

    [Fact]
    public async Task A_closing_whose_answer_was_lost_is_repeated_with_the_same_outcome()
    {
        await _inbox.StoreAsync(Message(1));
        Assert.True(await _inbox.Close.RunAsync(_inbox.Work(), CancellationToken.None));
        Assert.True(await _inbox.Close.RunAsync(_inbox.Work(), CancellationToken.None));
        await _inbox.WorkOff.RunAsync(_inbox.Work(), CancellationToken.None);

        Assert.False(await _inbox.Close.RunAsync(_inbox.Work(), CancellationToken.None));
        Assert.False(await _inbox.Close.RunAsync(_inbox.Work(), CancellationToken.None));
    }

    [Fact]
    public async Task A_message_that_fails_keeps_no_other_waiting_and_no_run_busy()
    {
        _inbox.Events.Fault = events => events.Any(one => one.Id == "e1") ? new InvalidOperationException() : null;
        await _inbox.StoreAsync(Message(1));
        await _inbox.StoreAsync(Message(2));

        await _inbox.WorkOff.RunAsync(_inbox.Work(), CancellationToken.None);

        Assert.Equal(["e2"], _inbox.Desk.Taken.Select(news => news.SourceId));
        Assert.False(await _inbox.WorkOff.RunAsync(_inbox.Work(), CancellationToken.None));
        Assert.False(await _inbox.Close.RunAsync(_inbox.Work(), CancellationToken.None));

        _inbox.Events.Fault = null;
        await SweepAfterAsync(TimeSpan.FromMinutes(2));
        await _inbox.WorkOff.RunAsync(_inbox.Work(2), CancellationToken.None);
        Assert.Equal(2, _inbox.Desk.Taken.Count);
    }

    [Fact]
    public async Task A_message_that_was_stored_before_a_crash_is_found_by_the_sweep()
    {
        _inbox.Store.AfterAdd = () => throw new DiedException();
        await Assert.ThrowsAsync<DiedException>(() => _inbox.StoreAsync(Message(1)));

        await SweepAfterAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(_inbox.Client.Inputs);
        await SweepAfterAsync(TimeSpan.FromSeconds(31));

        Assert.Equal([_inbox.Work()], _inbox.Client.Inputs.Values);
    }

    [Fact]
    public async Task A_run_that_was_promised_and_never_started_is_replaced()
    {
        _inbox.Client.Fault = new IOException("the engine is gone");
        await Assert.ThrowsAsync<IOException>(() => _inbox.StoreAsync(Message(1)));
        _inbox.Client.Fault = null;

        await SweepAfterAsync(TimeSpan.FromMinutes(2));

        Assert.Equal([_inbox.Work(2)], _inbox.Client.Inputs.Values);
    }

    [Fact]
    public async Task A_run_that_is_at_work_is_left_alone_and_one_that_ended_without_closing_is_replaced()
    {
        await _inbox.StoreAsync(Message(1));
        await SweepAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Single(_inbox.Client.Inputs);

        _inbox.Client[_inbox.Work().InstanceId()] = new(nameof(InboxOrchestrator), _inbox.Work().InstanceId()) { RuntimeStatus = OrchestrationRuntimeStatus.Terminated };
        await SweepAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(_inbox.Work(2), _inbox.Client.Inputs.Values);
    }

    [Fact]
    public async Task An_empty_inbox_is_left_alone()
    {
        await SweepAfterAsync(TimeSpan.FromMinutes(2));

        Assert.Empty(_inbox.Client.Inputs);
    }

    private Task SweepAfterAsync(TimeSpan pause)
    {
        _inbox.Time.Advance(pause);
        return _inbox.Sweep.HandleAsync(_inbox.Client, CancellationToken.None);
    }
}
