using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Journeys.Access;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Adversity;

/// <summary>The profile goes away between the look-up and the reading.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class MergeTests(ImpatientFixture fixture) : IClassFixture<ImpatientFixture>, IAsyncLifetime
{
    private const string Nobody = "01AAAAAAAAAAAAAAAAAAAAAAAA";

    public Task InitializeAsync() => fixture.BehaveAsync();

    public Task DisposeAsync() => fixture.BehaveAsync();

    [Fact]
    public async Task A_profile_that_was_merged_into_another_is_followed_and_the_request_says_so()
    {
        var lost = await PersonAsync(new { email = "lost@customers.test" });
        var survivor = await PersonAsync(new { external_id = "merged-into" });
        await fixture.Control.HappenAsync(new { operation = "get_events", afterCalls = 0, merge = new { source = lost, into = survivor } });

        var id = await fixture.Journey.PostAsync("lost@customers.test");
        var over = await fixture.Journey.CompleteAsync(id);

        Assert.Equal("complete", AccessJourney.ResultOf(over));
        var profile = Assert.Single(over["profiles"]!.AsArray())!;
        Assert.Equal((survivor, lost), (Text(profile["profileId"]), Text(profile["mergedFrom"])));
        var exported = Assert.Single((await fixture.Journey.DownloadAsync(id))["profiles"]!.AsArray())!;
        Assert.Equal((survivor, survivor), (Text(exported["profileId"]), Text(exported["profile"]!["id"])));
        Assert.Equal(lost, Text(exported["mergedFrom"]));
        var truth = (await fixture.Control.TruthAsync(survivor))["events"]!.AsArray().Select(happened => Text(happened!["id"]));
        Assert.Equal(truth, exported["events"]!.AsArray().Select(row => Text(row!["event"]!["id"])));
    }

    [Fact]
    public async Task A_profile_that_was_deleted_is_a_gap_that_says_so()
    {
        var lost = await PersonAsync(new { email = "deleted@customers.test" });
        LoseAfterLookUp(lost);

        var over = await fixture.Journey.CompleteAsync(await fixture.Journey.PostAsync("deleted@customers.test"));

        Assert.Equal("partial", AccessJourney.ResultOf(over));
        Assert.Contains(("lists", "profileGone"), AccessJourney.GapsOf(over));
        Assert.Contains(("events", "profileGone"), AccessJourney.GapsOf(over));
        Assert.Null(Assert.Single(over["profiles"]!.AsArray())!["mergedFrom"]);
    }

    private async Task<string> PersonAsync(object attributes)
    {
        var id = await fixture.Control.CreateAsync(new { attributes, lists = new[] { "Newsletter" } });
        await fixture.Control.AddEventsAsync(id, Enumerable.Range(1, 3).Select(n => new { metric = "Viewed Page", properties = new { n } }));
        return id;
    }

    /// <summary>Once the look-up is done, nobody has the address or the id any more.</summary>
    private void LoseAfterLookUp(string lost)
    {
        var lookUps = 0;
        fixture.Klaviyo.Redirect = call =>
        {
            if (call.Path.TrimEnd('/') == "/api/profiles" && ++lookUps > 1)
                return $"/api/profiles?filter=equals(id,\"{Nobody}\")";
            return call.Target.Replace(lost, Nobody, StringComparison.Ordinal);
        };
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
