namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ConsentDeskTests
{
    private readonly ConsentFixture _consent = new();

    [Fact]
    public async Task A_change_is_a_line_and_an_entry_that_name_nobody()
    {
        var receipt = await _consent.TakeAsync(_consent.News("e1", ConsentState.Subscribed, 600), _consent.News("e2", ConsentState.Unsubscribed, 60));

        Assert.Equal(new(Recorded: 2, Known: 0, Erased: 0), receipt);
        Assert.Equal([(null, ConsentState.Subscribed), (ConsentState.Subscribed, ConsentState.Unsubscribed)], (await _consent.LinesAsync()).Select(line => (line.Previous, (ConsentState?)line.Value)));
        var entry = _consent.Changes.Last();
        Assert.Equal(("unsubscribed, was subscribed, by webhook", ActivitySource.Klaviyo, "emailMarketing"), (entry.Outcome, entry.Source, entry.Fields.Single()));
        Assert.Equal((await _consent.SubjectAsync()).SubjectKey, entry.SubjectKey);
        Assert.DoesNotContain("01ADA", $"{entry}");
    }

    [Fact]
    public async Task The_same_news_again_by_whatever_way_is_known()
    {
        await _consent.TakeAsync(_consent.News("e1", ConsentState.Unsubscribed, 60));

        var receipt = await _consent.TakeAsync(_consent.News("e1", ConsentState.Unsubscribed, 60, ConsentWay.Sync), _consent.News("e1", ConsentState.Unsubscribed, 60));

        Assert.Equal(new(Recorded: 0, Known: 1, Erased: 0), receipt);
        Assert.Equal(ConsentWay.Webhook, Assert.Single(await _consent.LinesAsync()).Way);
        Assert.Single(_consent.Changes);
    }

    [Fact]
    public async Task One_event_that_says_something_of_two_channels_is_a_line_in_each()
    {
        await _consent.TakeAsync(
            _consent.News("e1", ConsentState.Unsubscribed, 60), _consent.News("e1", ConsentState.Suppressed, 60, channel: ConsentChannel.EmailSuppression));

        Assert.Equal(2, (await _consent.LinesAsync()).Count);
    }

    [Fact]
    public async Task Our_own_change_that_comes_back_is_linked_and_told_once()
    {
        await _consent.TakeAsync(_consent.News("request-7", ConsentState.Unsubscribed, 120, ConsentWay.Dxtra));
        await _consent.TakeAsync(_consent.News("e1", ConsentState.Unsubscribed, 60));

        var lines = await _consent.LinesAsync();
        Assert.Equal([(LedgerOutcome.Changed, null), (LedgerOutcome.Echo, "request-7")], lines.Select(line => (line.Outcome, line.LinkedTo)));
        Assert.Equal(ActivitySource.Dxtra, Assert.Single(_consent.Changes).Source);
    }

    [Fact]
    public async Task Late_news_says_that_it_came_late_and_does_not_hold()
    {
        await _consent.TakeAsync(_consent.News("e2", ConsentState.Subscribed, 60));
        await _consent.TakeAsync(_consent.News("e1", ConsentState.Unsubscribed, 600));

        Assert.Equal(ConsentState.Subscribed, await _consent.HeldAsync());
        Assert.EndsWith("came late", _consent.Changes.Last().Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_dated_ahead_holds_from_when_we_saw_it_and_does_not_hold_the_next_back()
    {
        await _consent.TakeAsync(_consent.News("ahead", ConsentState.Unsubscribed, secondsAgo: -86_400 * 300));
        Assert.Equal(ConsentState.Unsubscribed, await _consent.HeldAsync());
        var line = Assert.Single(await _consent.LinesAsync());
        Assert.Equal((Some.Now, Some.Now.AddDays(300)), (line.EffectiveAt, line.ToldAt));

        _consent.Clock.Advance(TimeSpan.FromMinutes(1));
        await _consent.TakeAsync(_consent.News("next", ConsentState.Subscribed, secondsAgo: -30));

        Assert.Equal(ConsentState.Subscribed, await _consent.HeldAsync());
    }

    [Fact]
    public async Task News_of_an_erased_person_goes_to_the_watch_and_makes_no_record()
    {
        var (work, subject) = (Some.Work(_consent.Work.ControllerDid) with { ProcessorId = _consent.Work.ProcessorId }, await _consent.SubjectAsync());
        _consent.Requests = new(Some.Deletion(work, RequestStatus.Completed) with
        {
            Deletion = new() { Scope = [DeletionScope.Profile], IdentityDueAt = Some.Now, Execution = new(Some.Now.AddDays(-3), "dpo", Started: true) },
        });
        await _consent.Tombstones.AddAsync(
            work.ControllerDid, work.ProcessorId, [new(subject.SubjectKey, "profileId", work.RequestId, Some.Now.AddDays(-3))], CancellationToken.None);

        var receipt = await _consent.TakeAsync(_consent.News("e1", ConsentState.Subscribed, 60), _consent.News("e2", ConsentState.Subscribed, 60, profile: "01BOB"));

        Assert.Equal(new(Recorded: 1, Known: 0, Erased: 1), receipt);
        Assert.Empty(await _consent.LinesAsync());
        Assert.Equal(nameof(ReappearanceOrchestrator), Assert.Single(_consent.Pending.Starts).Orchestrator);
    }

    [Fact]
    public async Task A_source_that_names_the_person_is_kept_as_its_hash()
    {
        await _consent.TakeAsync(
            _consent.News("flow/01ada/17", ConsentState.Unsubscribed, 60) with { Method = "ada@example.com" }, _consent.News("ada@example.com", ConsentState.Subscribed, 600));

        Assert.All(await _consent.LinesAsync(), line => Assert.Matches("^[0-9a-f]{32}$", line.SourceId));
        Assert.All(await _consent.LinesAsync(), line => Assert.Null(line.Method));
    }

    [Fact]
    public async Task An_activity_log_that_fails_loses_no_entry_and_a_repeat_does_not_double_it()
    {
        var news = _consent.News("e1", ConsentState.Unsubscribed, 60);
        _consent.Activity.Fault = new IOException("away");
        await Assert.ThrowsAsync<IOException>(() => _consent.TakeAsync(news));
        _consent.Activity.Fault = null;
        Assert.Equal(1, (await _consent.TakeAsync(news)).Known);
        Assert.Empty(_consent.Changes);

        _consent.Clock.Advance(TimeSpan.FromMinutes(3));
        await _consent.Sweep.RunAsync(_consent.Work.ControllerDid, _consent.Work.ProcessorId, CancellationToken.None);
        await _consent.Sweep.RunAsync(_consent.Work.ControllerDid, _consent.Work.ProcessorId, CancellationToken.None);

        Assert.Single(_consent.Changes);
        Assert.Single(_consent.Excluded.Pending);
        Assert.Empty(((FakeLedgerStore)_consent.Ledger).Owed);
    }

    [Fact]
    public async Task Whoever_unsubscribes_is_to_be_seen_out_of_reach_and_those_whom_a_webhook_named_soon()
    {
        await _consent.TakeAsync(
            _consent.News("e1", ConsentState.Unsubscribed, 60), _consent.News("e2", ConsentState.Subscribed, 60, profile: "01BOB"),
            _consent.News("e3", ConsentState.Unsubscribed, 60, channel: ConsentChannel.List) with { ListId = "L1" },
            _consent.News("e4", ConsentState.Unsubscribed, 60, ConsentWay.Dxtra, profile: "01EVE"));

        Assert.Equal(await _consent.SubjectAsync(), Assert.Single(_consent.Excluded.Pending).Key.Subject);
        Assert.Equal(nameof(ExclusionOrchestrator), Assert.Single(_consent.Pending.Starts).Orchestrator);
    }

    [Fact]
    public async Task What_a_full_comparison_finds_to_have_been_so_for_long_is_a_line_and_no_change()
    {
        await _consent.TakeAsync(_consent.News("profile:x", ConsentState.Subscribed, 86_400, ConsentWay.Reconciliation));

        Assert.Single(await _consent.LinesAsync());
        Assert.Empty(_consent.Changes);
    }

    [Fact]
    public async Task Many_lines_of_one_history_at_once_are_all_kept()
    {
        var news = Enumerable.Range(0, 250).Select(number => _consent.News($"e{number}", number % 2 == 0 ? ConsentState.Subscribed : ConsentState.Unsubscribed, 10_000 - (number * 10)));

        Assert.Equal(250, (await _consent.TakeAsync([.. news])).Recorded);
        Assert.Equal(ConsentState.Unsubscribed, await _consent.HeldAsync());
    }
}
