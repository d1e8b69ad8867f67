using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>The synchronisation of the sandbox's account. Both have one clock, which goes on when a test says so.</summary>
internal sealed class SyncFixture : IAsyncDisposable, IKlaviyoConnections
{
    private readonly SandboxServer _sandbox;
    private readonly ServiceProvider _clients;
    private readonly HttpClient _control;

    private SyncFixture(SandboxServer sandbox, FakeTimeProvider time, ILedgerStore? ledger)
    {
        (_sandbox, Time) = (sandbox, time);
        _control = new() { BaseAddress = new(sandbox.BaseAddress, "sandbox/") };
        _clients = new ServiceCollection().AddLogging().AddKlaviyoClient()
            .Configure<GovernorOptions>(options => options.Enabled = false)
            .Configure<KlaviyoOptions>(options => (options.BaseAddress, options.MaxRetries) = (sandbox.BaseAddress, 0)).BuildServiceProvider();
        Consent = new(ledger, time, this);
        Processors = new(Some.Processor(Consent.Work.ControllerDid, Consent.Work.ProcessorId));
    }

    public FakeTimeProvider Time { get; }
    public ConsentFixture Consent { get; }
    public FakeProcessorStore Processors { get; }

    /// <summary>Which of the sandbox's keys is used.</summary>
    public string Key { get; set; } = "full";

    public KlaviyoClient Klaviyo => _clients.GetRequiredService<IKlaviyoClientFactory>().Create(Some.Key(_sandbox.ApiKeys[Key]));

    public Processor Processor => Processors.Processors.Single();

    private SyncWatermark Watermark => new(Consent.AsOptions());

    public static async Task<SyncFixture> StartAsync(ILedgerStore? ledger = null)
    {
        var time = new FakeTimeProvider(Some.Now);
        return new(await SandboxServer.StartAsync(new SandboxOptions { Port = 0, RateLimits = false, Time = time }, CancellationToken.None), time, ledger);
    }

    public Task<KlaviyoClient> OpenAsync(string controller, string processorId, DateTimeOffset? due, CancellationToken cancellationToken) =>
        Task.FromResult(Klaviyo);

    /// <summary>One cycle, five minutes after the one before, in the order of <see cref="ConsentSyncOrchestrator"/>.</summary>
    public async Task<SyncCycle> CycleAsync(bool full = false, int minutesLater = 5)
    {
        Time.Advance(TimeSpan.FromMinutes(minutesLater));
        var cycle = new SyncCycle { Id = DescendingId.New(Time.GetUtcNow()), Full = full, RequestedAt = Time.GetUtcNow() };
        var work = Consent.Work with { RequestId = cycle.Id };
        Consent.Sync.State = Consent.Sync.State.Claim(cycle, Time.GetUtcNow());
        await Consent.Sync.WriteAsync(work.ControllerDid, work.ProcessorId, cycle, CancellationToken.None);
        var plan = await new PlanSyncActivity(Processors, Consent.Sync, Consent.Sweep, Consent.AsOptions(), Time).RunAsync(new(work), CancellationToken.None);
        var end = await ReadAsync(work, plan);
        await new EndSyncActivity(Processors, Consent.Sync, Consent.Exclusions, Consent.Activity, Watermark, Time).RunAsync(end, CancellationToken.None);
        return Consent.Sync[cycle.Id];
    }

    /// <summary>The calls to Klaviyo that something made, by operation.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CallsOfAsync(Func<Task> work)
    {
        await _control.DeleteAsync("requests");
        await work();
        var log = (await _control.GetFromJsonAsync<JsonNode>("requests"))!;
        return log["byOperation"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<int>());
    }

    /// <returns>The profile's id.</returns>
    public async Task<string> AddPersonAsync(string email, string? consent = null) =>
        (await PostAsync("people", new { attributes = new { email }, consent = new { email = consent } }))["profileId"]!.GetValue<string>();

    /// <returns>Their ids and addresses.</returns>
    public async Task<IReadOnlyList<(string Id, string Email)>> AddPeopleAsync(int count, int seed) =>
        [.. (await PostAsync("people/bulk", new { count, seed }))["people"]!.AsArray().Select(one => (one!["profileId"]!.GetValue<string>(), one["email"]!.GetValue<string>()))];

    public Task AddEventAsync(string profileId, string metric, DateTimeOffset at) =>
        PostAsync($"people/{profileId}/events", new { events = new[] { new { metric, time = at, properties = new { } } } });

    public async Task UnsubscribeAsync(params IEnumerable<string> emails)
    {
        foreach (var some in emails.Chunk(SubscriptionsResource.MostUnsubscribed))
            await Klaviyo.Subscriptions.UnsubscribeAsync([.. some.Select(email => new Unsubscription { Email = email, Channels = ConsentChannels.EmailMarketing })]);
    }

    public Task FaultsAsync(params object[] rules) => PutAsync("faults", new { rules });

    public Task QuirksAsync(object quirks) => PutAsync("quirks", quirks);

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _clients.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private async Task<EndSyncActivity.Input> ReadAsync(RequestWork work, SyncPlan plan)
    {
        try
        {
            var events = await ReadAsync(plan.EventsSince, since => EventsOf.RunAsync(new(work, since!.Value, plan.Fresh), CancellationToken.None));
            if (events.Refusal == SyncOutcome.AuthenticationFailed)
                return new(work, plan, events.Tally, SyncOutcome.AuthenticationFailed, EventsRead: false);
            var profiles = await ReadAsync(plan.ProfilesSince, since => ProfilesOf.RunAsync(
                new(work, plan.Full, since, plan.Full ? null : plan.ProfilesSince), CancellationToken.None));
            return new(work, plan, events.Tally + profiles.Tally, profiles.Refusal ?? SyncOutcome.Completed, events.Refusal is null);
        }
        catch (KlaviyoUnavailableException)
        {
            return new(work, plan, new(), SyncOutcome.Unavailable, EventsRead: false);
        }
    }

    private ReadConsentEventsActivity EventsOf => new(this, Consent.Metrics, Consent.Events, Consent.Desk, Consent.AsOptions(), Time);

    private ReadProfilesActivity ProfilesOf => new(
        this, Consent.Metrics,
        new(Consent.Ledger, Consent.Desk, Consent.Exclusions, Consent.Watching, new(Consent.Keys), Consent.AsOptions(), Time), Consent.AsOptions(), Time);

    private static async Task<SyncPiece> ReadAsync(DateTimeOffset? since, Func<DateTimeOffset?, Task<OrLater<SyncPiece>>> step)
    {
        var sum = new SyncTally();
        while (true)
        {
            var piece = (await step(since)).Output!;
            sum += piece.Tally;
            if (piece.Reached is null)
                return piece with { Tally = sum };
            since = piece.Reached;
        }
    }

    private async Task<JsonNode> PostAsync(string path, object body)
    {
        using var answer = await _control.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private async Task PutAsync(string path, object body)
    {
        using var answer = await _control.PutAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
