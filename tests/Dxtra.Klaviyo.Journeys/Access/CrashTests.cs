using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Journeys.Harness;
using Dxtra.Klaviyo.Local.Sandbox;
using Xunit.Abstractions;

namespace Dxtra.Klaviyo.Journeys.Access;

/// <summary>The app is killed in the middle of an access request and started again. The export does not tell.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class CrashTests(AzuriteFixture azurite, ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Installation _installation = null!;
    private AccessJourney _journey = null!;
    private string _email = null!;
    private string _profileId = null!;
    private JsonObject _undisturbed = null!;

    private ForwardingProxy Klaviyo => _installation.Proxies.Klaviyo;

    private ForwardingProxy Blobs => _installation.Proxies.Blobs;

    private ForwardingProxy Tables => _installation.Proxies.Tables;

    public async Task InitializeAsync()
    {
        _installation = await Installation.StartAsync(azurite);
        _journey = new AccessJourney(_installation, await _installation.ConnectAsync());
        _email = (await SandboxPeople.PickAsync(_installation.Sandbox.BaseAddress, CancellationToken.None)).Email!;
        _undisturbed = await _journey.WalkAsync(_email);
        _profileId = _undisturbed["profiles"]![0]!["profileId"]!.GetValue<string>();
    }

    public async Task DisposeAsync()
    {
        _journey.Dispose();
        await _installation.DisposeAsync();
    }

    [Fact]
    public async Task A_kill_at_any_moment_changes_nothing_in_the_export()
    {
        await KillWhileAsync("the profiles are looked up", Klaviyo, call => IsRead(call, "/api/profiles"));
        await KillWhileAsync("the profile is written", Blobs, call => IsWrite(call, "/profile.ndjson"));
        await KillWhileAsync("the first events are read", Klaviyo, call => IsRead(call, "/api/events"));
        await KillWhileAsync("events were read but not seen", Klaviyo, call => IsRead(call, "/api/events"), afterAnswer: true);
        await KillWhileAsync("the events are written", Blobs, call => IsWrite(call, "/events-start.ndjson"));
        await KillWhileAsync("what the events tell is written", Blobs, call => IsWrite(call, "/summary.ndjson"));
        await KillWhileAsync("the groups are read", Klaviyo, call => IsRead(call, "/profiles/" + _profileId) && call.Mentions("include="));
        await KillWhileAsync("the lists are written", Blobs, call => IsWrite(call, "/lists.ndjson"), afterAnswer: true);
        await KillWhileAsync("the export is written", Blobs, call => IsWrite(call, "/export.json"));
        await KillWhileAsync("the export was written but not seen", Blobs, call => IsWrite(call, "/export.json"), afterAnswer: true);
        await KillWhileAsync("the record is written", Blobs, call => IsWrite(call, "/record.json"));
        await KillWhileAsync("the request is completed", Tables, Completes);
        await KillWhileAsync("the request was completed but not seen", Tables, Completes, afterAnswer: true);
    }

    [Fact]
    public async Task A_kill_while_a_long_history_is_read_changes_nothing_in_the_export()
    {
        _email = "long@customers.test";
        var id = await _installation.Control.CreateAsync(new { attributes = new { email = _email } });
        await _installation.Control.AddManyEventsAsync(id, 9_000, "Active on Site", DateTimeOffset.UtcNow.AddYears(-3), DateTimeOffset.UtcNow);
        _undisturbed = await _journey.WalkAsync(_email);

        await KillWhileAsync("the beginning of the history is looked for", Klaviyo, call => IsRead(call, "/api/events") && call.Mentions("sort=datetime"));
        await KillWhileAsync("a window is read", Klaviyo, call => IsRead(call, "/api/events") && call.Mentions("greater-or-equal"), afterAnswer: true);
        await KillWhileAsync("a window is written", Blobs, call => IsWrite(call, ".ndjson") && call.Path.Contains("/events-0", StringComparison.Ordinal));
        await KillWhileAsync("what the events tell is written", Blobs, call => IsWrite(call, "/summary.ndjson"));
    }

    [Fact]
    public async Task One_request_survives_many_kills()
    {
        var hold = Klaviyo.HoldNext(call => IsRead(call, "/api/profiles"));
        var id = await _journey.PostAsync(_email);
        for (var kill = 1; kill <= 5; kill++)
        {
            await hold.WaitAsync(Patience);
            await _installation.KillAppAsync();
            hold = Klaviyo.HoldNext(call => IsRead(call, "/api/events"), afterAnswer: true);
            await _installation.StartAppAsync();
        }

        await hold.WaitAsync(Patience);
        await _installation.KillAppAsync();
        await _installation.StartAppAsync();

        await _journey.CompleteAsync(id);
        ExportComparison.AssertSame(_undisturbed, await _journey.DownloadAsync(id));
    }

    private async Task KillWhileAsync(string moment, ForwardingProxy where, Func<RecordedCall, bool> which, bool afterAnswer = false)
    {
        output.WriteLine($"Killed while {moment}.");
        // The work of the request before may still be tidying up in storage; what is held has to be of this one.
        string? id = null;
        var hold = where.HoldNext(call => which(call) && (where == Klaviyo || (id is not null && call.Mentions(id))), afterAnswer);
        id = await _journey.PostAsync(_email);
        await hold.WaitAsync(Patience);
        await _installation.KillAppAsync();
        await _installation.StartAppAsync();

        await _journey.CompleteAsync(id);
        ExportComparison.AssertSame(_undisturbed, await _journey.DownloadAsync(id));
    }

    private static bool IsRead(RecordedCall call, string end) =>
        call.Method == "GET" && call.Path.TrimEnd('/').EndsWith(end, StringComparison.Ordinal);

    private static bool IsWrite(RecordedCall call, string end) =>
        call.Method == "PUT" && call.Path.EndsWith(end, StringComparison.Ordinal);

    private static bool Completes(RecordedCall call) =>
        call.Path.EndsWith("/$batch", StringComparison.Ordinal) && call.Mentions("\"Status\":\"Completed\"");
}
