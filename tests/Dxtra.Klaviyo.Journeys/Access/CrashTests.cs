using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Journeys.Harness;
using Dxtra.Klaviyo.Local.Sandbox;

namespace Dxtra.Klaviyo.Journeys.Access;

/// <summary>The app is killed in the middle of an access request and started again. Nobody should be able to tell from the export.</summary>
[Collection(JourneyCollection.Name)]
public sealed class CrashTests(AzuriteFixture azurite, ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Installation _installation = null!;
    private AccessJourney _journey = null!;
    private string _email = null!;
    private JsonObject _undisturbed = null!;

    private ForwardingProxy Klaviyo => _installation.Proxies.Klaviyo;

    private ForwardingProxy Blobs => _installation.Proxies.Blobs;

    private ForwardingProxy Tables => _installation.Proxies.Tables;

    public async Task InitializeAsync()
    {
        _installation = await Installation.StartAsync(azurite);
        _journey = new AccessJourney(_installation.Api, await _installation.ConnectAsync());
        _email = (await SandboxPeople.PickAsync(_installation.Sandbox.BaseAddress, CancellationToken.None)).Email!;
        _undisturbed = await _journey.WalkAsync(_email);
    }

    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Fact]
    public async Task A_kill_at_any_moment_changes_nothing_in_the_export()
    {
        await KillWhileAsync("the profiles are looked up", Klaviyo.HoldNext(call => call.Path.TrimEnd('/') == "/api/profiles"));
        await KillWhileAsync("the first events are read", Klaviyo.HoldNext(call => call.Path.TrimEnd('/') == "/api/events"));
        await KillWhileAsync("events were read but not seen", Klaviyo.HoldNext(call => call.Path.TrimEnd('/') == "/api/events", afterAnswer: true));
        await KillWhileAsync("the lists are read", Klaviyo.HoldNext(call => call.Path.TrimEnd('/').EndsWith("/lists", StringComparison.Ordinal)));
        await KillWhileAsync("a part is written", Blobs.HoldNext(call => IsWriteOf(call, "events.ndjson")));
        await KillWhileAsync("the export is written", Blobs.HoldNext(call => IsWriteOf(call, "export.json")));
        await KillWhileAsync("the export was written but not seen", Blobs.HoldNext(call => IsWriteOf(call, "export.json"), afterAnswer: true));
        await KillWhileAsync("the request is completed", Tables.HoldNext(call => Completes(call)));
        await KillWhileAsync("the request was completed but not seen", Tables.HoldNext(call => Completes(call), afterAnswer: true));
        await KillWhileAsync("the parts are removed", Blobs.HoldNext(call => call.Method == "DELETE"));
    }

    [Fact]
    public async Task A_request_that_was_stored_but_not_started_is_started_by_the_sweep()
    {
        // The row is written, its answer is not seen: the app dies between the claim and the start.
        var hold = Tables.HoldNext(call => IsTransaction(call), afterAnswer: true);
        var posting = _journey.PostAsync(_email);
        await hold.WaitAsync(Patience);
        await _installation.KillAppAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => posting);

        await _installation.StartAppAsync();

        var id = await NewestRequestAsync();
        ExportComparison.AssertSame(_undisturbed, await EndAsync(id));
    }

    private async Task KillWhileAsync(string moment, CallHold hold)
    {
        var id = await _journey.PostAsync(_email);
        await hold.WaitAsync(Patience);
        await _installation.KillAppAsync();
        await _installation.StartAppAsync();
        output.WriteLine($"Killed while {moment}.");
        ExportComparison.AssertSame(_undisturbed, await EndAsync(id));
    }

    private async Task<JsonObject> EndAsync(string requestId)
    {
        await _journey.CompleteAsync(requestId);
        return await _journey.DownloadAsync(requestId);
    }

    private async Task<string> NewestRequestAsync()
    {
        using var caller = new Caller(_installation);
        var page = await caller.GetAsync("requests?limit=1");
        return page.Body!["items"]![0]!["id"]!.GetValue<string>();
    }

    private static bool IsWriteOf(RecordedCall call, string blob) => call.Method == "PUT" && call.Path.EndsWith(blob, StringComparison.Ordinal);

    private static bool IsTransaction(RecordedCall call) => call.Method == "POST" && call.Path.EndsWith("/$batch", StringComparison.Ordinal);

    private static bool Completes(RecordedCall call) =>
        IsTransaction(call) && System.Text.Encoding.UTF8.GetString(call.Body).Contains("\"Status\":\"Completed\"", StringComparison.Ordinal);
}
