using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Registration, check and removal against the sandbox's account.</summary>
public sealed class WebhookKeeperTests : IAsyncLifetime
{
    private readonly string _controller = Some.Controller();
    private readonly FakeTimeProvider _time = new(Some.Now);
    private readonly FakeSecretStore _secrets = new();
    private readonly FakeWebhookStore _store = new();
    private readonly FakeActivityLog _activity = new();
    private readonly FakeWebhookGaps _gaps = new();
    private readonly FakeProcessorStore _processors;
    private readonly RecordingFiller _filler = new();
    private readonly WebhooksOptions _options = new() { PublicBaseAddress = new("https://dxtra.example/base/") };
    private SeededSandbox _sandbox = null!;
    private string _key = "full";

    public WebhookKeeperTests() => _processors = new(Some.Processor(_controller, "p1", ProcessorStatus.PendingConfirmation));

    private Processor Processor => _processors.Processors.Single();

    private WebhooksResource Klaviyo => _sandbox.Clients.Create(Some.Key(_sandbox.Server.ApiKeys["full"])).Webhooks;

    public async Task InitializeAsync() => _sandbox = await SeededSandbox.StartAsync(advancedKdp: true);

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_confirmed_processor_has_a_webhook_with_both_families_of_topics()
    {
        await ConfirmAsync();

        var webhook = Assert.Single(await WebhooksAsync());
        Assert.Equal("https://dxtra.example/*****", webhook.Attributes.EndpointUrl);
        var topics = webhook.Related("webhook-topics").Select(topic => topic.Id).ToList();
        Assert.Contains("event:klaviyo.subscribed_to_sms_marketing", topics);
        Assert.Contains("event:klaviyo.subscribed_to_text_messaging_marketing", topics);
        Assert.DoesNotContain("event:klaviyo.opened_email", topics);
        Assert.Equal((WebhookState.Active, webhook.Id, new Uri("https://dxtra.example/base/api/webhooks/klaviyo/p1")), (_store["p1"].State, _store["p1"].WebhookId, _store["p1"].Address));
        Assert.Equal(ConsentSource.Webhook, Processor.ConsentSource);
        Assert.Equal([(ActivityType.WebhookRegistered, "user-1")], _activity.Entries.Select(entry => (entry.Type, entry.Actor)));
        Assert.True((await new WebhookSecrets(_secrets).SigningAsync("p1", CancellationToken.None)).Current.Length >= 32);
    }

    [Fact]
    public async Task Confirmed_and_checked_again_it_is_the_same_one_and_nothing_is_logged()
    {
        await ConfirmAsync();
        await ConfirmAsync();

        Assert.Equal(WebhookState.Active, await Keeper.CheckAsync(_controller, "p1", CancellationToken.None));

        Assert.Single(await WebhooksAsync());
        Assert.Single(_activity.Entries);
        Assert.Empty(_gaps.Gaps);
        Assert.Equal(Some.Now.AddMinutes(15), _store["p1"].NextCheckAt);
    }

    [Fact]
    public async Task One_whose_registration_was_not_heard_of_is_taken_over_and_a_second_one_goes()
    {
        foreach (var _ in Enumerable.Range(0, 2))
            await Klaviyo.CreateAsync("Dxtra consent p1", new("https://elsewhere.example/"), "0123456789abcdef", ["event:klaviyo.opened_email"]);
        await Klaviyo.CreateAsync("The customer's own", new("https://customer.example/"), "0123456789abcdef", ["event:klaviyo.opened_email"]);

        await ConfirmAsync();

        var webhooks = await WebhooksAsync();
        Assert.Equal(["Dxtra consent p1", "The customer's own"], webhooks.Select(webhook => webhook.Attributes.Name).Order());
        var ours = webhooks.Single(webhook => webhook.Id == _store["p1"].WebhookId);
        Assert.Equal("https://dxtra.example/*****", ours.Attributes.EndpointUrl);
        Assert.DoesNotContain("event:klaviyo.opened_email", ours.Related("webhook-topics").Select(topic => topic.Id));
    }

    [Fact]
    public async Task One_that_Klaviyo_switched_off_is_switched_on_and_the_gap_is_filled_as_far_back_as_it_reaches()
    {
        await ConfirmAsync();
        _time.Advance(TimeSpan.FromDays(10));
        await Keeper.CheckAsync(_controller, "p1", CancellationToken.None);
        await Klaviyo.UpdateAsync(_store["p1"].WebhookId!, new WebhookChange { Enabled = false });
        _time.Advance(TimeSpan.FromHours(1));
        _filler.Answer = false;

        await Keeper.CheckAsync(_controller, "p1", CancellationToken.None);

        Assert.True((await WebhooksAsync()).Single().Attributes.Enabled);
        var gap = Assert.Single(_gaps.Gaps);
        Assert.Equal((Some.Now.AddDays(10).AddHours(-49), Some.Now.AddDays(10).AddHours(1)), (gap.From, gap.Until));
        Assert.Equal(ActivityType.WebhookSwitchedOn, _activity.Entries[^1].Type);

        _filler.Answer = true;
        await Keeper.CheckAsync(_controller, "p1", CancellationToken.None);

        Assert.Empty(_gaps.Gaps);
        Assert.Equal([gap, gap], _filler.Asked);
    }

    [Fact]
    public async Task One_that_somebody_deleted_is_made_again_and_the_gap_begins_when_it_was_last_seen()
    {
        await ConfirmAsync();
        await Klaviyo.DeleteAsync(_store["p1"].WebhookId!);
        _time.Advance(TimeSpan.FromHours(2));
        _filler.Answer = false;

        await Keeper.CheckAsync(_controller, "p1", CancellationToken.None);

        Assert.Equal(_store["p1"].WebhookId, (await WebhooksAsync()).Single().Id);
        Assert.Equal((Some.Now, Some.Now.AddHours(2)), _gaps.Gaps.Select(gap => (gap.From, gap.Until)).Single());
    }

    [Fact]
    public async Task Topics_that_somebody_took_away_come_back()
    {
        await ConfirmAsync();
        await Klaviyo.UpdateAsync(_store["p1"].WebhookId!, new WebhookChange { TopicIds = ["event:klaviyo.opened_email"] });

        await Keeper.CheckAsync(_controller, "p1", CancellationToken.None);

        Assert.Equal(_store["p1"].Topics, (await WebhooksAsync()).Single().Related("webhook-topics").Select(topic => topic.Id).Order(StringComparer.Ordinal));
        Assert.Equal(ActivityType.WebhookTopicsChanged, _activity.Entries[^1].Type);
    }

    [Fact]
    public async Task A_plan_without_webhooks_is_said_and_looked_at_again_the_next_day()
    {
        await using var plain = await SeededSandbox.StartAsync();
        (_sandbox, var rich) = (plain, _sandbox);
        await ConfirmAsync();
        _sandbox = rich;

        Assert.Equal((WebhookState.NotInPlan, Some.Now.AddDays(1)), (_store["p1"].State, _store["p1"].NextCheckAt));
        Assert.Equal(ConsentSource.Fallback, Processor.ConsentSource);
        Assert.Equal((ActivityType.WebhookUnavailable, "NotInPlan"), _activity.Entries.Select(entry => (entry.Type, entry.Outcome)).Single());

        _time.Advance(TimeSpan.FromDays(1));
        await new WebhookCheckSweepHandler(_store, Keeper, _time, NullLogger<WebhookCheckSweepHandler>.Instance).HandleAsync(CancellationToken.None);

        Assert.Equal((WebhookState.Active, ConsentSource.Webhook), (_store["p1"].State, Processor.ConsentSource));
    }

    [Fact]
    public async Task An_app_that_does_not_know_where_it_is_reached_asks_for_none()
    {
        _options.PublicBaseAddress = null;

        await ConfirmAsync();

        Assert.Equal((WebhookState.NoAddress, ConsentSource.Fallback), (_store["p1"].State, Processor.ConsentSource));
        Assert.Empty(await WebhooksAsync());
    }

    [Fact]
    public async Task A_Klaviyo_that_does_not_answer_keeps_nobody_from_confirming()
    {
        _key = "revoked";
        await ConfirmAsync();
        Assert.Equal((WebhookState.Pending, Some.Now.AddMinutes(5)), (_store["p1"].State, _store["p1"].NextCheckAt));
        Assert.Empty(_activity.Entries);

        _key = "full";
        await Keeper.CheckAsync(_controller, "p1", CancellationToken.None);

        Assert.Equal(WebhookState.Active, _store["p1"].State);
    }

    [Fact]
    public async Task A_processor_that_is_given_up_has_none_any_more()
    {
        await ConfirmAsync();
        var secret = (await new WebhookSecrets(_secrets).SigningAsync("p1", CancellationToken.None)).Current;

        await Life.DisconnectAsync(Processor, "user-1", CancellationToken.None);
        await Life.DisconnectAsync(Processor, "user-1", CancellationToken.None);

        Assert.Empty(await WebhooksAsync());
        Assert.Equal(WebhookState.Removed, _store["p1"].State);
        Assert.NotEqual(secret, (await new WebhookSecrets(_secrets).SigningAsync("p1", CancellationToken.None)).Current);
        Assert.Equal([ActivityType.WebhookRegistered, ActivityType.WebhookRemoved], _activity.Entries.Select(entry => entry.Type));
    }

    [Fact]
    public async Task A_rotated_secret_is_told_to_Klaviyo_and_the_old_one_goes_on_for_a_while()
    {
        await ConfirmAsync();
        var before = await new WebhookSecrets(_secrets).SigningAsync("p1", CancellationToken.None);

        var result = await Rotate.HandleAsync(_controller, "p1", "user-2", CancellationToken.None);

        Assert.Equal(new RotateWebhookView(WebhookState.Active, false), Assert.IsType<RotateWebhookResult.Rotated>(result).View);
        var after = await new WebhookSecrets(_secrets).SigningAsync("p1", CancellationToken.None);
        Assert.Equal([after.Current, before.Current], after.ValidAt(Some.Now));
        Assert.Equal((ActivityType.WebhookSecretRotated, "user-2"), (_activity.Entries[^1].Type, _activity.Entries[^1].Actor));
    }

    [Fact]
    public async Task A_rotation_that_Klaviyo_did_not_hear_of_is_finished_and_not_begun_anew()
    {
        await ConfirmAsync();
        _key = "revoked";
        var pending = await Rotate.HandleAsync(_controller, "p1", "user-2", CancellationToken.None);
        Assert.True(Assert.IsType<RotateWebhookResult.Rotated>(pending).View.IsPending);
        var made = await new WebhookSecrets(_secrets).SigningAsync("p1", CancellationToken.None);

        _key = "full";
        await Rotate.HandleAsync(_controller, "p1", "user-2", CancellationToken.None);

        Assert.Equal(made, await new WebhookSecrets(_secrets).SigningAsync("p1", CancellationToken.None));
        Assert.False(_store["p1"].SecretPending);
    }

    [Fact]
    public async Task Another_controller_rotates_and_checks_nothing()
    {
        await ConfirmAsync();

        Assert.IsType<RotateWebhookResult.NoProcessor>(await Rotate.HandleAsync(Some.Controller(), "p1", "user-2", CancellationToken.None));
        Assert.Null(await Keeper.CheckAsync(Some.Controller(), "p1", CancellationToken.None));
    }

    private WebhookEndpoints Endpoints => new(_store, new(_secrets), _time);

    private WebhookAlignment Alignment => new(new SandboxConnections(() => _sandbox.Clients.Create(Some.Key(_sandbox.Server.ApiKeys[_key]))), new(_secrets), _gaps, Addresses, _time);

    private WebhookAddresses Addresses => new(Options.Create(_options));

    private WebhookKeeper Keeper => new(
        _store, Alignment, new(_store, Alignment, _activity, _time), Addresses, Endpoints, new(_gaps, _filler, NullLogger<GapFilling>.Instance),
        _processors, _activity, _time, NullLogger<WebhookKeeper>.Instance);

    private WebhookLife Life => new(_store, Keeper, new(_secrets), Endpoints, _time);

    private RotateWebhookHandler Rotate => new(_store, new(_secrets), Keeper, Endpoints, Options.Create(_options), _time);

    private Task ConfirmAsync() => Life.ConfirmAsync(Processor, "user-1", CancellationToken.None);

    private async Task<List<KlaviyoResource<WebhookAttributes>>> WebhooksAsync() => await Klaviyo.ListAsync().ItemsAsync().ToListAsync();

    private sealed class SandboxConnections(Func<KlaviyoClient> open) : IKlaviyoConnections
    {
        public Task<KlaviyoClient> OpenAsync(string controller, string processorId, DateTimeOffset? due, CancellationToken cancellationToken) => Task.FromResult(open());
    }

    private sealed class RecordingFiller : IGapFiller
    {
        public List<WebhookGap> Asked { get; } = [];

        public bool Answer { get; set; } = true;

        public Task<bool> FillAsync(WebhookGap gap, CancellationToken cancellationToken)
        {
            Asked.Add(gap);
            return Task.FromResult(Answer);
        }
    }

    private sealed class FakeWebhookGaps : IWebhookGaps
    {
        public List<WebhookGap> Gaps { get; } = [];

        public Task NoteAsync(WebhookGap gap, CancellationToken cancellationToken)
        {
            Gaps.Add(gap);
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<WebhookGap>> ReadAsync(string controller, string processorId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<WebhookGap>>([.. Gaps]);

        public Task RemoveAsync(WebhookGap gap, CancellationToken cancellationToken)
        {
            Gaps.Remove(gap);
            return Task.CompletedTask;
        }
    }
}
