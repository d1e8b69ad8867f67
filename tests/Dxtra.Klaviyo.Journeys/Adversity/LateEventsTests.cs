using System.Net;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Journeys.Access;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Adversity;

/// <summary>Klaviyo delivers events late. Days after the export the history is looked at again.</summary>
[Collection(PatientJourneys.Name)]
public sealed class LateEventsTests(AzuriteFixture azurite)
{
    // The sweep that starts the looks runs every minute.
    private static readonly TimeSpan OneSweep = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task What_came_late_is_a_supplement_and_when_nothing_came_nothing_is_made()
    {
        await using var installation = await Installation.StartAsync(azurite);
        using var journey = new AccessJourney(installation, await installation.ConnectAsync());
        using var caller = new Caller(installation);
        var promises = new PendingStarts(installation.Storage);
        var (late, quiet) = (await PersonAsync(installation, "late@customers.test"), await PersonAsync(installation, "quiet@customers.test"));
        var (lateId, quietId) = (await journey.PostAsync(late.Email), await journey.PostAsync(quiet.Email));
        await journey.CompleteAsync(lateId);
        await journey.CompleteAsync(quietId);

        await installation.Control.AddEventsAsync(late.ProfileId, EventsOf("Came Late", 2));
        Assert.Equal(2, await promises.MakeDueAsync(look: 7));
        var supplemented = await journey.UntilAsync(lateId, request => SupplementsOf(request).Count > 0, "A supplement", OneSweep);
        await UntilDiscardedAsync(installation, quietId, "look7");

        Assert.Equal(2, Assert.Single(SupplementsOf(supplemented))!["events"]!.GetValue<int>());
        var supplement = await journey.DownloadAsync(lateId, supplement: 1);
        Assert.Equal(["Came Late", "Came Late"], supplement["profiles"]![0]!["events"]!.AsArray().Select(row => row!["metric"]!.GetValue<string>()));
        Assert.Equal(7, supplement["request"]!["supplementAfterDays"]!.GetValue<int>());
        Assert.Empty(SupplementsOf(await journey.GetAsync(quietId)));
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync($"requests/{quietId}/export/json?supplement=1")).Status);

        Assert.Equal(2, await promises.MakeDueAsync(look: 17));
        await UntilDiscardedAsync(installation, lateId, "look17");

        Assert.Single(SupplementsOf(await journey.GetAsync(lateId)));
    }

    private static async Task<(string ProfileId, string Email)> PersonAsync(Installation installation, string email)
    {
        var id = await installation.Control.CreateAsync(new { attributes = new { email } });
        await installation.Control.AddEventsAsync(id, EventsOf("Viewed Page", 3));
        return (id, email);
    }

    private static IEnumerable<object> EventsOf(string metric, int count) =>
        Enumerable.Range(1, count).Select(n => new { metric, time = new DateTimeOffset(2025, 1, n, 0, 0, 0, TimeSpan.Zero) });

    private static JsonArray SupplementsOf(JsonObject request) => request["outcome"]!["supplements"]!.AsArray();

    private static Task<int> UntilDiscardedAsync(Installation installation, string requestId, string look) => Poll.UntilAsync(
        () => Task.FromResult(installation.Proxies.Blobs.Calls.Count(call => call.Method == "DELETE" && call.Mentions(requestId) && call.Mentions(look))),
        removed => removed > 0, OneSweep, $"The end of {look} of {requestId}");
}
