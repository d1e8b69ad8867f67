using System.Diagnostics;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace Dxtra.Klaviyo.Client.Tests;

public sealed class KlaviyoGovernorTests : IDisposable
{
    private static readonly KlaviyoRequest GetAccounts = KlaviyoRequest.Get("get_accounts", "api/accounts");
    private static readonly DateTimeOffset Due = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new();
    private readonly ITestOutputHelper _output;
    private readonly KlaviyoGovernor _governor;

    public KlaviyoGovernorTests(ITestOutputHelper output)
    {
        _output = output;
        _governor = Governor(new());
    }

    public void Dispose() => _governor.Dispose();

    [Fact]
    public async Task All_keys_of_an_account_share_its_limits_and_another_account_has_its_own()
    {
        using var first = await AdmitAsync(Planned("AbC123"));
        var second = AdmitAsync(Planned("AbC123"));
        using var other = await AdmitAsync(Planned("XyZ789"));
        Assert.False(second.IsCompleted);

        first.Dispose();
        _time.Advance(TimeSpan.FromSeconds(1.1));

        (await second).Dispose();
    }

    [Fact]
    public async Task A_key_stands_for_its_account_until_that_is_known_and_what_it_called_is_counted()
    {
        var caller = QuotaCaller.Of(TestClient.Key, null);
        (await AdmitAsync(caller)).Dispose();
        (await AdmitAsync(Planned("AbC123"))).Dispose();
        Assert.Equal(2, _governor.Accounts);

        _governor.Identify(caller, "AbC123");

        Assert.Equal(1, _governor.Accounts);
        Assert.InRange(_governor.WouldWait(QuotaCaller.Of(TestClient.Key, null), GetAccounts), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.1));
    }

    [Fact]
    public async Task A_key_whose_account_is_new_becomes_that_account()
    {
        var caller = QuotaCaller.Of(TestClient.Key, null);
        (await AdmitAsync(caller)).Dispose();

        _governor.Identify(caller, "AbC123");
        _governor.Identify(caller, "AbC123");

        Assert.Equal(1, _governor.Accounts);
        Assert.True(_governor.WouldWait(Planned("AbC123"), GetAccounts) >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_client_tells_whose_key_it_has_when_it_reads_the_account()
    {
        await using var server = await StandIn.StartAsync(Answer.Example("documents/account.json"));
        await using var client = new TestClient(server.Address);

        await client.Klaviyo.Accounts.GetAsync();

        Assert.Equal("AbC123", client.Asked.Identified);
    }

    [Fact]
    public async Task Somebody_who_waits_is_told_soon_and_planned_work_waits_for_a_minute()
    {
        for (var call = 0; call < 12; call++)
        {
            (await AdmitAsync(Planned("AbC123"))).Dispose();
            _time.Advance(TimeSpan.FromSeconds(1.1));
        }

        var refused = await Assert.ThrowsAsync<KlaviyoQuotaException>(() => AdmitAsync(new("AbC123", null)));
        Assert.InRange(refused.RetryAfter!.Value.TotalSeconds, 45, 50);
        Assert.Null(refused.Status);
        var planned = AdmitAsync(Planned("AbC123"));
        Assert.False(planned.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(60));

        (await planned).Dispose();
    }

    [Fact]
    public async Task One_who_is_overtaken_for_too_long_is_sent_away_without_a_call()
    {
        using var first = await AdmitAsync(Planned("AbC123"));
        var waiting = AdmitAsync(Planned("AbC123"));
        for (var second = 0; second < 4; second++)
            _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(waiting.IsCompleted);

        // The minute is closed by a 429 before its turn comes.
        using var throttled = new HttpResponseMessage(System.Net.HttpStatusCode.TooManyRequests);
        throttled.Headers.RetryAfter = new(TimeSpan.FromMinutes(5));
        first.Answered(throttled);
        _time.Advance(TimeSpan.FromSeconds(65));

        var refused = await Assert.ThrowsAsync<KlaviyoQuotaException>(() => waiting);
        Assert.InRange(refused.RetryAfter!.Value.TotalSeconds, 200, 300);
    }

    [Fact]
    public async Task A_cancelled_call_leaves_its_place_to_the_next()
    {
        using var cancellation = new CancellationTokenSource();
        (await AdmitAsync(Planned("AbC123"))).Dispose();
        var cancelled = _governor.AdmitAsync(Planned("AbC123"), GetAccounts, cancellation.Token).AsTask();
        var next = AdmitAsync(Planned("AbC123"));

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        _time.Advance(TimeSpan.FromSeconds(1.1));

        (await next).Dispose();
    }

    [Fact]
    public async Task Accounts_in_which_nothing_goes_on_are_forgotten()
    {
        for (var account = 0; account < 100; account++)
            (await AdmitAsync(Planned($"A{account}"))).Dispose();
        Assert.Equal(100, _governor.Accounts);

        _time.Advance(TimeSpan.FromMinutes(2));
        (await AdmitAsync(Planned("A1"))).Dispose();

        Assert.Equal(1, _governor.Accounts);
    }

    [Fact]
    public async Task Turned_off_it_lets_everything_through()
    {
        using var governor = Governor(new() { Enabled = false });
        for (var call = 0; call < 100; call++)
            using (await governor.AdmitAsync(Planned("AbC123"), GetAccounts, CancellationToken.None))
                Assert.Equal(TimeSpan.Zero, governor.WouldWait(Planned("AbC123"), GetAccounts));
    }

    [Theory]
    [InlineData(0.04)]
    [InlineData(1.01)]
    public void A_share_is_a_part(double share) => Assert.True(new GovernorOptionsValidator().Validate(null, new() { Share = share }).Failed);

    [Fact]
    public async Task A_call_that_is_admitted_at_once_costs_microseconds()
    {
        const int calls = 20_000;
        var request = KlaviyoRequest.Get("get_events", "api/events", new KlaviyoQuery().Filter(EventFilter.Profile("01ADA")).Words("include", ["metric"]));
        var caller = Planned("AbC123");
        var clock = new Stopwatch();
        for (var call = 0; call < calls; call++)
        {
            clock.Start();
            (await _governor.AdmitAsync(caller, request, CancellationToken.None)).Dispose();
            clock.Stop();
            if (call % 200 == 199)
                _time.Advance(TimeSpan.FromSeconds(5));
        }

        _output.WriteLine($"{clock.Elapsed.TotalMicroseconds / calls:f1} µs for a call");
        Assert.InRange(clock.Elapsed.TotalMicroseconds / calls, 0, 1000);
    }

    private static QuotaCaller Planned(string account) => new(account, Due);

    private KlaviyoGovernor Governor(GovernorOptions options) => new(Options.Create(options), _time, []);

    private Task<QuotaPass> AdmitAsync(QuotaCaller caller) => _governor.AdmitAsync(caller, GetAccounts, CancellationToken.None).AsTask();
}
