using System.Net;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Dxtra.Klaviyo.Journeys.Access;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Adversity;

/// <summary>When it is not certain whose data was asked for, a human being says so, and gets what was picked and no more.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class WhoIsItTests(ImpatientFixture fixture) : IClassFixture<ImpatientFixture>, IAsyncLifetime
{
    public Task InitializeAsync() => fixture.BehaveAsync();

    public Task DisposeAsync() => fixture.BehaveAsync();

    [Fact]
    public async Task Identifiers_that_point_to_different_people_wait_and_only_the_picked_one_is_exported()
    {
        var ines = await PersonAsync("ines@customers.test", "+447700900101", "Ines", "Calder");
        var otto = await PersonAsync("otto@customers.test", "+447700900102", "Otto", "Brandvold");

        var id = await fixture.Journey.AskAsync(new { email = "ines@customers.test", phone = "+447700900102" });
        var waiting = await fixture.Journey.EndAsync(id);

        Assert.Equal("awaitingApproval", AccessJourney.StatusOf(waiting));
        var candidates = waiting["profiles"]!.AsArray().ToDictionary(candidate => Text(candidate!["profileId"]), candidate => candidate!);
        Assert.Equal(new[] { ines, otto }.Order(StringComparer.Ordinal), candidates.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("email", "phone"), (Only(candidates[ines]["foundBy"]), Only(candidates[ines]["differsIn"])));
        Assert.Equal(("phone", "email"), (Only(candidates[otto]["foundBy"]), Only(candidates[otto]["differsIn"])));
        Assert.DoesNotContain(JsonFacts.Of(waiting), fact => fact.Contains("ines@", StringComparison.Ordinal) || fact.Contains("otto@", StringComparison.Ordinal)
            || fact.Contains("Calder", StringComparison.Ordinal) || fact.Contains("7700900", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await fixture.Journey.ApproveAsync(id, "01NOTSHOWN")).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await fixture.Journey.ApproveAsync(id, ines)).Status);
        Assert.Equal("complete", AccessJourney.ResultOf(await fixture.Journey.CompleteAsync(id)));
        var export = await fixture.Journey.DownloadAsync(id);

        Assert.Equal(ines, Text(Assert.Single(export["profiles"]!.AsArray())!["profileId"]));
        Assert.DoesNotContain(JsonFacts.Of(export["profiles"]), fact => JsonFacts.Says(fact, otto) || fact.Contains("Brandvold", StringComparison.Ordinal) || JsonFacts.Says(fact, "otto@customers.test"));
        Assert.Equal(HttpStatusCode.Conflict, (await fixture.Journey.ApproveAsync(id, otto)).Status);
    }

    [Fact]
    public async Task A_twin_that_exists_by_telephone_only_is_found_and_both_can_be_picked()
    {
        var id = await fixture.Journey.AskAsync(new { email = "amelia.hartley@example.com", phone = "+447700900002" });
        var waiting = await fixture.Journey.EndAsync(id);

        Assert.Equal("awaitingApproval", AccessJourney.StatusOf(waiting));
        var both = waiting["profiles"]!.AsArray().Select(candidate => Text(candidate!["profileId"])).ToArray();
        Assert.Equal(2, both.Length);
        await fixture.Journey.ApproveAsync(id, both);
        await fixture.Journey.CompleteAsync(id);

        Assert.Equal(both, (await fixture.Journey.DownloadAsync(id))["profiles"]!.AsArray().Select(profile => Text(profile!["profileId"])));
    }

    [Theory]
    [InlineData("noah.brandt@example.com", "Noah.Brandt@Example.COM")]
    [InlineData("SOFIA.REYES+SHOP@EXAMPLE.COM", "sofia.reyes+shop@example.com")]
    public async Task An_address_is_found_in_another_case_and_with_its_plus_tag_alone(string asked, string stored)
    {
        var export = await fixture.Journey.WalkAsync(asked);

        Assert.Equal(stored, Text(Assert.Single(export["profiles"]!.AsArray())!["profile"]!["attributes"]!["email"]));
    }

    [Fact]
    public async Task A_request_that_is_cancelled_while_it_runs_leaves_nothing_behind()
    {
        await PersonAsync("cancelled@customers.test", "+447700900103", "Cara", "Quill");
        await fixture.Control.FaultsAsync(new { kind = "latency", operation = "get_events", milliseconds = 1_500 });
        var id = await fixture.Journey.PostAsync("cancelled@customers.test");
        await Poll.UntilAsync(() => BlobsAsync(id), blobs => blobs > 0, TimeSpan.FromSeconds(30), "The first part");

        Assert.Equal(HttpStatusCode.OK, (await fixture.Journey.CancelAsync(id)).Status);

        await Poll.UntilAsync(() => BlobsAsync(id), blobs => blobs == 0, TimeSpan.FromSeconds(60), "The removal of all parts");
        Assert.Equal("cancelled", AccessJourney.StatusOf(await fixture.Journey.GetAsync(id)));
        Assert.Equal(HttpStatusCode.Conflict, (await fixture.Journey.RetryAsync(id)).Status);
    }

    private Task<string> PersonAsync(string email, string phone, string first, string last) =>
        fixture.Control.CreateAsync(new { attributes = new { email, phone_number = phone, first_name = first, last_name = last } });

    private async Task<int> BlobsAsync(string requestId)
    {
        var container = new BlobContainerClient(fixture.Installation.Storage.ConnectionString, "exports");
        if (!await container.ExistsAsync())
            return 0;
        var count = 0;
        await foreach (var blob in container.GetBlobsAsync())
            count += blob.Name.Contains(requestId, StringComparison.Ordinal) ? 1 : 0;
        return count;
    }

    private static string Only(JsonNode? array) => Text(Assert.Single(array!.AsArray()));

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
