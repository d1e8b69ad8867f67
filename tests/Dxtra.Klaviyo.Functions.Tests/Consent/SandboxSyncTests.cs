using Xunit.Abstractions;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Cycles against the sandbox, which has only what its events and profiles tell: no webhook comes but the test's own.</summary>
public sealed class SandboxSyncTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Unsubscribed = "Unsubscribed from Email Marketing";

    private SyncFixture _sync = null!;

    private ConsentFixture Consent => _sync.Consent;

    public async Task InitializeAsync()
    {
        _sync = await SyncFixture.StartAsync();
        Assert.Equal(SyncOutcome.Completed, (await _sync.CycleAsync()).Outcome);
    }

    public async Task DisposeAsync() => await _sync.DisposeAsync();

    [Fact]
    public void The_first_cycle_writes_down_what_is_and_claims_no_change_of_long_ago()
    {
        var cycle = Assert.Single(Consent.Sync.Cycles);

        Assert.True(cycle.Full);
        Assert.True(cycle.Tally.Profiles > 50);
        Assert.Equal(0, cycle.Tally.Changes);
        Assert.Empty(Consent.Changes);
        Assert.Equal(ActivityType.ConsentSynced, Assert.Single(Consent.Activity.Entries).Type);
    }

    [Fact]
    public async Task An_unchanged_account_costs_two_calls_in_every_cycle_of_a_day()
    {
        for (var hours = 0; hours < 25; hours++)
        {
            var calls = await _sync.CallsOfAsync(() => _sync.CycleAsync(minutesLater: 60));
            Assert.True(calls.Values.Sum() <= 2, string.Join(", ", calls));
        }
    }

    [Theory]
    [InlineData(100, 4)]
    [InlineData(5_000, 55)]
    public async Task Changes_cost_a_call_for_a_hundred_profiles_and_a_few_more(int changes, int most)
    {
        var people = await _sync.AddPeopleAsync(changes, seed: 7);
        await _sync.CycleAsync();
        await _sync.UnsubscribeAsync(people.Select(person => person.Email));

        SyncCycle cycle = null!;
        var calls = await _sync.CallsOfAsync(async () => cycle = await _sync.CycleAsync());

        output.WriteLine($"{changes} changes: {string.Join(", ", calls)}");
        Assert.True(calls.Values.Sum() <= most, string.Join(", ", calls));
        Assert.Equal((changes, changes), (cycle.Tally.Changes, cycle.Tally.Profiles));
        Assert.Equal(changes, Consent.Activity.Entries.Count(entry => entry.Type == ActivityType.ExclusionChecked && entry.Outcome.StartsWith("out of", StringComparison.Ordinal)));
        Assert.Equal(ConsentState.Unsubscribed, await Consent.HeldAsync(profile: people[^1].Id));

        await _sync.CycleAsync();
        Assert.Equal(changes, Consent.Changes.Count());
    }

    [Fact]
    public async Task A_change_of_which_no_event_told_is_found_by_comparing()
    {
        var id = await _sync.AddPersonAsync("quiet@example.com", "SUBSCRIBED");

        Assert.Equal(1, (await _sync.CycleAsync()).Tally.Changes);

        Assert.Equal(ConsentState.Subscribed, await Consent.HeldAsync(profile: id));
        Assert.Equal(ConsentWay.Sync, Assert.Single(await Consent.LinesAsync(id)).Way);
    }

    [Fact]
    public async Task What_a_webhook_brought_is_known_and_counts_for_it_and_what_none_brought_is_missed()
    {
        var (brought, missed) = (await _sync.AddPersonAsync("brought@example.com"), await _sync.AddPersonAsync("missed@example.com"));
        await _sync.UnsubscribeAsync("brought@example.com", "missed@example.com");
        _sync.Time.Advance(TimeSpan.FromMinutes(1));
        var told = await EventOfAsync(brought);
        await Consent.TakeAsync(new ConsentNews(told.Id, brought, ConsentChannel.EmailMarketing, ConsentState.Unsubscribed, told.Attributes.Datetime!.Value, ConsentWay.Webhook));

        var cycle = await _sync.CycleAsync();

        Assert.Equal((1, 1), (cycle.Tally.Changes, cycle.Tally.Brought));
        Assert.Equal(0.5, SyncCycleView.Of(cycle, null).MissRate);
        Assert.InRange(cycle.Tally.Slowest, 300, 361);
        Assert.Equal([ConsentWay.Webhook], (await Consent.LinesAsync(brought)).Select(line => line.Way));
        Assert.Equal([ConsentWay.Sync], (await Consent.LinesAsync(missed)).Select(line => line.Way));
        Assert.Equal((0, 0), Counts(await _sync.CycleAsync()));
    }

    [Fact]
    public async Task An_event_that_comes_hours_late_is_found_within_the_hour_and_one_that_comes_days_late_within_the_day()
    {
        var (hours, days) = (await _sync.AddPersonAsync("hours@example.com", "SUBSCRIBED"), await _sync.AddPersonAsync("days@example.com", "SUBSCRIBED"));
        await _sync.CycleAsync(minutesLater: 30);
        await _sync.AddEventAsync(hours, Unsubscribed, _sync.Time.GetUtcNow().AddHours(-20));
        await _sync.AddEventAsync(days, Unsubscribed, _sync.Time.GetUtcNow().AddHours(-70));

        await _sync.CycleAsync(minutesLater: 5);
        Assert.DoesNotContain(await Consent.LinesAsync(hours), line => line.Value == ConsentState.Unsubscribed);
        await _sync.CycleAsync(minutesLater: 30);
        Assert.Contains(await Consent.LinesAsync(hours), line => line.Value == ConsentState.Unsubscribed);
        Assert.DoesNotContain(await Consent.LinesAsync(days), line => line.Value == ConsentState.Unsubscribed);
        await _sync.CycleAsync(minutesLater: 60 * 23);
        Assert.Contains(await Consent.LinesAsync(days), line => line.Value == ConsentState.Unsubscribed);
        Assert.Equal((ConsentState.Subscribed, ConsentState.Subscribed), (await Consent.HeldAsync(profile: hours), await Consent.HeldAsync(profile: days)));
    }

    [Fact]
    public async Task An_event_that_is_dated_ahead_is_known_now_and_holds_no_later_one_back()
    {
        var (ahead, next) = (await _sync.AddPersonAsync("ahead@example.com"), await _sync.AddPersonAsync("next@example.com"));
        await _sync.AddEventAsync(ahead, Unsubscribed, _sync.Time.GetUtcNow().AddDays(200));
        await _sync.CycleAsync();
        Assert.NotNull(Assert.Single(await Consent.LinesAsync(ahead), line => line.Value == ConsentState.Unsubscribed).ToldAt);

        await _sync.UnsubscribeAsync("next@example.com");

        Assert.Equal(1, (await _sync.CycleAsync()).Tally.Changes);
        Assert.Equal(ConsentState.Unsubscribed, await Consent.HeldAsync(profile: next));
    }

    [Fact]
    public async Task What_happens_in_the_second_of_the_watermark_is_not_lost_though_bounds_are_exclusive_or_recent_ones_refused()
    {
        await _sync.QuirksAsync(new { filters = new { recentBoundsRefused = true } });
        for (var seconds = 25; seconds <= 35; seconds++)
        {
            await _sync.CycleAsync();
            var id = await _sync.AddPersonAsync($"edge{seconds}@example.com", "SUBSCRIBED");
            _sync.Time.Advance(TimeSpan.FromSeconds(seconds));
            await _sync.CycleAsync(minutesLater: 0);
            await _sync.CycleAsync();
            Assert.Equal(ConsentState.Subscribed, await Consent.HeldAsync(profile: id));
        }
    }

    [Fact]
    public async Task A_cycle_that_fails_moves_no_watermark_and_the_next_brings_what_it_missed()
    {
        var id = await _sync.AddPersonAsync("patient@example.com");
        await _sync.UnsubscribeAsync("patient@example.com");
        var before = Consent.Sync.State;

        await _sync.FaultsAsync(new { kind = "status", operation = "get_profiles", status = 503 });
        Assert.Equal(SyncOutcome.Unavailable, (await _sync.CycleAsync()).Outcome);
        _sync.Key = "revoked";
        Assert.Equal(SyncOutcome.AuthenticationFailed, (await _sync.CycleAsync(minutesLater: 60 * 24 * 6)).Outcome);
        Assert.Equal((before.ProfilesUntil, before.EventsUntil, null), (Consent.Sync.State.ProfilesUntil, Consent.Sync.State.EventsUntil, Consent.Sync.State.Running));

        await _sync.FaultsAsync();
        _sync.Key = "full";
        Assert.Equal(SyncOutcome.Completed, (await _sync.CycleAsync()).Outcome);
        Assert.Equal(ConsentState.Unsubscribed, await Consent.HeldAsync(profile: id));
    }

    [Fact]
    public async Task A_key_that_may_not_read_events_is_synchronised_by_profiles_alone()
    {
        _sync.Key = "without events:read";
        var id = await _sync.AddPersonAsync("silent@example.com");
        await _sync.UnsubscribeAsync("silent@example.com");

        var cycle = await _sync.CycleAsync();

        Assert.Equal((SyncOutcome.Completed, false), (cycle.Outcome, cycle.EventsRead));
        Assert.Equal(ConsentState.Unsubscribed, await Consent.HeldAsync(profile: id));
    }

    [Fact]
    public async Task A_key_that_may_not_read_profiles_is_a_failure_with_its_reason()
    {
        _sync.Key = "without profiles:read";

        Assert.Equal(SyncOutcome.MissingScope, (await _sync.CycleAsync()).Outcome);
    }

    [Fact]
    public async Task A_long_read_goes_on_step_by_step_and_nothing_is_left_out()
    {
        Consent.Options.PagesPerStep = 1;
        var all = new List<string>();
        for (var batch = 0; batch < 5; batch++)
        {
            all.AddRange((await _sync.AddPeopleAsync(90, seed: 100 + batch)).Select(person => person.Email));
            _sync.Time.Advance(TimeSpan.FromSeconds(3));
        }

        await _sync.UnsubscribeAsync(all);
        var incremental = await _sync.CycleAsync();
        Assert.Equal(450, incremental.Tally.Changes);

        var full = await _sync.CycleAsync(full: true);
        Assert.True(full.Tally.Profiles >= 450 + Consent.Sync.Cycles.MinBy(cycle => cycle.RequestedAt)!.Tally.Profiles);
        Assert.Equal(0, full.Tally.Changes);
    }

    [Fact]
    public async Task The_processor_says_when_it_was_synchronised_and_how_far_behind()
    {
        await _sync.CycleAsync();

        Assert.Equal((_sync.Time.GetUtcNow(), 30), (_sync.Processor.LastSyncAt!.Value, _sync.Processor.SyncLag!.Value));
    }

    [Fact]
    public async Task A_processor_that_is_not_active_is_asked_nothing()
    {
        await _sync.Processors.UpdateAsync(
            Consent.Work.ControllerDid, Consent.Work.ProcessorId, processor => processor with { Status = ProcessorStatus.Disconnected }, CancellationToken.None);

        var plan = await new PlanSyncActivity(_sync.Processors, Consent.Sync, Consent.Sweep, Consent.AsOptions(), _sync.Time)
            .RunAsync(new(Consent.Work with { RequestId = Consent.Sync.Cycles.Single().Id }), CancellationToken.None);

        Assert.False(plan.IsActive);
    }

    private static (int Changes, int Brought) Counts(SyncCycle cycle) => (cycle.Tally.Changes, cycle.Tally.Brought);

    private async Task<KlaviyoResource<EventAttributes>> EventOfAsync(string profileId) =>
        await _sync.Klaviyo.Events.SearchAsync(EventFilter.Profile(profileId)).ItemsAsync().FirstAsync();
}
