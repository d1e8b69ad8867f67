using Dxtra.Klaviyo.Journeys.Harness;
using Dxtra.Klaviyo.Local.Sandbox;

namespace Dxtra.Klaviyo.Journeys.Access;

/// <summary>Between the row of a request and the start of its work lies a moment in which the app can die. The sweep closes it.</summary>
[Collection(PatientJourneys.Name)]
public sealed class SweepTests(AzuriteFixture azurite)
{
    // The sweep runs every minute.
    private static readonly TimeSpan OneSweep = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task A_request_that_was_stored_but_never_started_is_answered_all_the_same()
    {
        await using var installation = await Installation.StartAsync(azurite);
        using var journey = new AccessJourney(installation, await installation.ConnectAsync());
        var person = await SandboxPeople.PickAsync(installation.Sandbox.BaseAddress, CancellationToken.None);
        var hold = installation.Proxies.Tables.HoldNext(
            call => call.Path.EndsWith("/$batch", StringComparison.Ordinal) && call.Mentions("\"Status\":\"Received\""), afterAnswer: true);
        var lost = Assert.ThrowsAsync<HttpRequestException>(() => journey.PostAsync(person.Email!));
        await hold.WaitAsync(TimeSpan.FromSeconds(30));
        await installation.KillAppAsync();
        await lost;

        // As if the app had been down for an hour: the sweep leaves what is young to the call that made it.
        Assert.Equal(1, await new PendingStarts(installation.Storage).MakeDueAsync(look: 0));
        await installation.StartAppAsync();

        using var caller = new Caller(installation);
        var newest = (await caller.GetAsync("requests?limit=1")).Body!["items"]![0]!;
        Assert.Equal("received", newest["status"]!.GetValue<string>());
        await journey.CompleteAsync(newest["id"]!.GetValue<string>(), OneSweep);
    }
}
