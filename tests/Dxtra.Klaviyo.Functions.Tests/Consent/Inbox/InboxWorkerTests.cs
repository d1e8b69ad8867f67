using Azure;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class InboxWorkerTests
{
    private readonly InboxFixture _inbox = new();

    private InboxItem Item => Assert.Single(_inbox.Store.Items);

    [Fact]
    public async Task A_message_goes_when_its_news_are_taken()
    {
        await _inbox.StoreAsync(Deliveries.Body(Some.Now, Deliveries.Event("e1"), Deliveries.Event("e2", "01BOB")));

        await _inbox.WorkOffAllAsync();

        Assert.Equal(["e1", "e2"], _inbox.Desk.Taken.Select(news => news.SourceId).Order());
        Assert.Empty(_inbox.Store.Items);
    }

    [Fact]
    public async Task A_message_that_came_and_went_and_comes_again_changes_nothing()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await _inbox.StoreAsync(Deliveries.Body(Some.Now, Deliveries.Event("e1")));
            await _inbox.WorkOffAllAsync();
        }

        Assert.Single(_inbox.Desk.Taken);
        Assert.Empty(_inbox.Store.Items);
    }

    [Fact]
    public async Task A_topic_that_we_do_not_know_is_kept_and_the_rest_is_taken()
    {
        await _inbox.StoreAsync(Deliveries.Body(Some.Now, Deliveries.Event("e1"), Deliveries.Event("e2", topic: "event:klaviyo.learned_to_fly")));

        await _inbox.WorkOffAllAsync();

        Assert.Contains(_inbox.Desk.Taken, news => news.SourceId == "e1");
        Assert.Equal((InboxState.Unknown, InboxReason.UnknownTopics, 1), (Item.State, Item.Reason, Item.Left));
    }

    [Fact]
    public async Task Events_that_cannot_be_read_are_kept_and_the_rest_is_taken()
    {
        await _inbox.StoreAsync(Deliveries.Body(Some.Now, Deliveries.Event("e1"), Deliveries.Event("e2", profile: null), Deliveries.Event("e3", topic: null)));

        await _inbox.WorkOffAllAsync();

        Assert.Equal(["e1"], _inbox.Desk.Taken.Select(news => news.SourceId));
        Assert.Equal((InboxState.Poison, InboxReason.EventsUnreadable, 2), (Item.State, Item.Reason, Item.Left));
    }

    [Fact]
    public async Task One_that_fails_is_tried_five_times_in_a_quarter_of_an_hour_and_then_kept()
    {
        _inbox.Desk.Fault = new InvalidOperationException("01ADA broke it");
        await _inbox.StoreAsync(Deliveries.Body(Some.Now, Deliveries.Event("e1")));

        foreach (var minutes in (int[])[1, 2, 4, 8])
        {
            await _inbox.WorkOffAllAsync();
            Assert.Equal((InboxState.Waiting, _inbox.Time.GetUtcNow().AddMinutes(minutes)), (Item.State, Item.NotBefore));
            _inbox.Time.Advance(TimeSpan.FromMinutes(minutes));
        }

        await _inbox.WorkOffAllAsync();

        Assert.Equal((InboxState.Poison, InboxReason.Failing, 5), (Item.State, Item.Reason, Item.Attempts));
    }

    [Fact]
    public async Task What_storage_did_is_nobodys_fault_and_comes_out()
    {
        _inbox.Desk.Fault = new RequestFailedException("gone");
        await _inbox.StoreAsync(Deliveries.Body(Some.Now, Deliveries.Event("e1")));

        await Assert.ThrowsAsync<RequestFailedException>(_inbox.WorkOffAllAsync);

        Assert.Equal((InboxState.Waiting, 0), (Item.State, Item.Attempts));
    }

    [Fact]
    public async Task Klaviyos_troubles_are_waited_for_without_end()
    {
        await using var klaviyo = FakeKlaviyo.Start();
        klaviyo.AnswersText("/api/accounts", "gone", 503);
        var trouble = await Assert.ThrowsAnyAsync<KlaviyoException>(() => klaviyo.Client.Accounts.GetAsync());
        _inbox.Events.Fault = _ => trouble;
        await _inbox.StoreAsync(Deliveries.Body(Some.Now, Deliveries.Event("e1")));

        foreach (var _ in Enumerable.Range(0, 20))
            await _inbox.WorkOffAllAsync();

        Assert.Equal((InboxState.Waiting, 0, Some.Now.AddMinutes(1)), (Item.State, Item.Attempts, Item.NotBefore));
    }

    [Fact]
    public async Task A_message_that_was_changed_in_storage_is_not_read()
    {
        await _inbox.StoreAsync(Deliveries.Body(Some.Now, Deliveries.Event("e1")));
        _inbox.Store.Contents.Single()[^1] ^= 1;

        await _inbox.WorkOffAllAsync();

        Assert.Equal((InboxState.Poison, InboxReason.SealBroken), (Item.State, Item.Reason));
        Assert.Empty(_inbox.Desk.Taken);
    }

    [Fact]
    public async Task A_kept_message_is_listed_without_its_content_and_can_be_tried_again()
    {
        _inbox.Events.Fault = _ => new InvalidOperationException();
        await _inbox.StoreAsync(Deliveries.Body(Some.Now, Deliveries.Event("e1")));
        foreach (var _ in Enumerable.Range(0, 5))
            await _inbox.WorkOffAllAsync();
        var list = new ListInboxHandler(_inbox.Processors, _inbox.Store);
        var page = await list.HandleAsync(_inbox.Controller, InboxFixture.ProcessorId, InboxState.Poison, PageQuery.Largest, CancellationToken.None);
        Assert.Equal(InboxReason.Failing, Assert.Single(page!.Items).Reason);
        Assert.Null(await list.HandleAsync(Some.Controller(), InboxFixture.ProcessorId, InboxState.Poison, PageQuery.Largest, CancellationToken.None));
        var retry = new RetryInboxHandler(_inbox.Store, _inbox.Bell, _inbox.Activity, _inbox.Time);
        Assert.Null(await retry.HandleAsync(Some.Controller(), InboxFixture.ProcessorId, Item.Id, "user-1", _inbox.Client, CancellationToken.None));
        Assert.Null(await retry.HandleAsync(_inbox.Controller, InboxFixture.ProcessorId, "../waiting", "user-1", _inbox.Client, CancellationToken.None));

        _inbox.Events.Fault = null;
        var waiting = await retry.HandleAsync(_inbox.Controller, InboxFixture.ProcessorId, Item.Id, "user-1", _inbox.Client, CancellationToken.None);
        await _inbox.WorkOffAllAsync();

        Assert.Equal((InboxState.Waiting, 0), (waiting!.State, waiting.Attempts));
        Assert.Equal((ActivityType.InboxMessageRetried, "user-1"), _inbox.Activity.Entries.Select(entry => (entry.Type, entry.Actor)).Single());
        Assert.Single(_inbox.Desk.Taken);
        Assert.Empty(_inbox.Store.Items);
    }

    [Fact]
    public async Task Kept_messages_go_when_their_time_is_over_and_waiting_ones_do_not()
    {
        await _inbox.StoreAsync("not JSON"u8.ToArray());
        await _inbox.WorkOffAllAsync();
        await _inbox.StoreAsync(Deliveries.Body(Some.Now, Deliveries.Event("e1")));
        var sweep = new InboxExpirySweepHandler(_inbox.Store, Options.Create(new WebhooksOptions()), _inbox.Time, NullLogger<InboxExpirySweepHandler>.Instance);

        _inbox.Time.Advance(TimeSpan.FromDays(29));
        await sweep.HandleAsync(CancellationToken.None);
        Assert.Equal(2, _inbox.Store.Items.Count);

        _inbox.Time.Advance(TimeSpan.FromDays(1));
        await sweep.HandleAsync(CancellationToken.None);
        Assert.Equal(InboxState.Waiting, Item.State);
    }
}
