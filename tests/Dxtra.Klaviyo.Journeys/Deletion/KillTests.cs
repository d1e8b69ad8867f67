using System.Globalization;
using Dxtra.Klaviyo.Journeys.Harness;
using Xunit.Abstractions;

namespace Dxtra.Klaviyo.Journeys.Deletion;

/// <summary>
/// The app is killed at random calls to Klaviyo and to storage while it deletes people. Nothing is deleted twice, nothing is
/// forgotten, no third person is touched. <c>DELETION_KILLS</c> says how often, <c>DELETION_SEED</c> repeats a run.
/// </summary>
[Collection(DeletionJourneys.Name)]
public sealed class KillTests(AzuriteFixture azurite, ITestOutputHelper output) : IAsyncLifetime
{
    private const int KillsOfOne = 4;
    private const int FarthestCall = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly int _kills = Setting("DELETION_KILLS", 12);
    private readonly int _seed = Setting("DELETION_SEED", Environment.TickCount & 0xffff);

    private Installation _installation = null!;
    private DeletionJourney _journey = null!;
    private Random _random = null!;

    public async Task InitializeAsync()
    {
        _installation = await Installation.StartAsync(azurite, DeletionFixture.Settings);
        _journey = new DeletionJourney(_installation, await _installation.ConnectAsync());
        _random = new Random(_seed);
        output.WriteLine($"DELETION_SEED={_seed}");
    }

    public async Task DisposeAsync()
    {
        _journey.Dispose();
        await _installation.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_deleted_twice_nothing_is_forgotten_and_nobody_else_is_touched()
    {
        var bystander = await PersonAsync("bystander@customers.test", "+15005559999");
        var untouched = (await _installation.Control.TruthAsync(bystander)).ToJsonString();
        for (var (kills, number) = (0, 1); kills < _kills; number++)
        {
            var (email, phone) = ($"killed{number}@customers.test", $"+1500555{6000 + number}");
            var profile = await PersonAsync(email, phone);
            var request = await _journey.OrderAsync(new { email }, "emailLists", "smsLists", "profile");
            kills += await KillWhileRunningAsync(request, Math.Min(KillsOfOne, _kills - kills));

            var over = await _journey.EndAsync(request, Patience);

            Assert.Equal(["confirmed"], DeletionJourney.OutcomesOf(over));
            Assert.False(await _installation.Control.ExistsAsync(profile));
            await AssertOnceAsync(profile);
        }

        Assert.Equal(untouched, (await _installation.Control.TruthAsync(bystander)).ToJsonString());
    }

    /// <returns>How often the app was killed before the request was over.</returns>
    private async Task<int> KillWhileRunningAsync(string request, int most)
    {
        for (var kill = 0; kill < most; kill++)
        {
            var (name, proxy) = Pick();
            var (countdown, afterAnswer) = (_random.Next(1, FarthestCall), _random.Next(2) == 0);
            output.WriteLine($"{request}: kill {kill + 1} at call {countdown} of {name}, {(afterAnswer ? "answered" : "unanswered")}");
            var hold = proxy.HoldNext(_ => Interlocked.Decrement(ref countdown) == 0, afterAnswer);
            if (!await HappensAsync(hold, request))
            {
                proxy.HoldNothing();
                return kill;
            }

            await _installation.KillAppAsync();
            await _installation.StartAppAsync();
        }

        return most;
    }

    /// <returns>False when the request was over before.</returns>
    private async Task<bool> HappensAsync(CallHold hold, string request)
    {
        var held = hold.WaitAsync(Patience);
        while (!held.IsCompleted)
        {
            // What is held may be what the app asks for this very answer, so that it never comes.
            var look = _journey.GetAsync(request);
            if (await Task.WhenAny(held, look) == look && DeletionJourney.StatusOf(await look) is "completed" or "failed")
                break;
            await Task.WhenAny(held, Task.Delay(100));
        }

        return held.IsCompletedSuccessfully;
    }

    private (string Name, ForwardingProxy Proxy) Pick() => _random.Next(4) switch
    {
        0 => ("blobs", _installation.Proxies.Blobs),
        1 => ("tables", _installation.Proxies.Tables),
        _ => ("Klaviyo", _installation.Proxies.Klaviyo),
    };

    private async Task AssertOnceAsync(string profile)
    {
        var changes = (await _installation.Control.ChangesAsync()).Where(change => change["profileId"]!.GetValue<string>() == profile && change["by"]!.GetValue<string>() != "sandbox")
            .Select(change => $"{change["kind"]} {change["detail"]}").ToList();

        Assert.Single(changes, change => change.StartsWith("deleted", StringComparison.Ordinal));
        Assert.Equal(changes.Distinct().Order(), changes.Order());
    }

    private Task<string> PersonAsync(string email, string phone) => _installation.Control.CreateAsync(new
    {
        attributes = new { email, phone_number = phone },
        consent = new { email = "SUBSCRIBED", sms = "SUBSCRIBED" },
        lists = new[] { "Newsletter", "SMS Subscribers" },
    });

    private static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : fallback;
}
