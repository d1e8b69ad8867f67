using System.Net;
using Azure.Storage.Blobs;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Access;

/// <summary>An export is there for some time only.</summary>
[Collection(PatientJourneys.Name)]
public sealed class ExpiryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task An_export_whose_time_is_over_is_not_given_out_and_is_swept_away_and_others_stay()
    {
        await using var installation = await Installation.StartAsync(azurite);
        using var journey = new AccessJourney(installation, await installation.ConnectAsync());
        using var caller = new Caller(installation);
        var people = (await installation.Control.PeopleAsync()).Where(person => person["email"] is not null).TakeLast(2).ToList();
        var (old, young) = (await journey.PostAsync(people[0]["email"]!.GetValue<string>()), await journey.PostAsync(people[1]["email"]!.GetValue<string>()));
        await journey.CompleteAsync(old);
        await journey.CompleteAsync(young);
        var times = new ExportTimes(installation);

        await times.PassAsync(old);

        var gone = await caller.GetAsync($"requests/{old}/export/json");
        Assert.Equal((HttpStatusCode.Gone, "urn:dxtra:klaviyo:export-expired"), (gone.Status, gone.Body!["type"]!.GetValue<string>()));
        Assert.NotEmpty(await FilesAsync(installation, old));

        await installation.KillAppAsync();
        await times.MissSweepAsync();
        await installation.StartAppAsync();

        await Poll.UntilAsync(() => FilesAsync(installation, old), files => files.Count == 0, TimeSpan.FromSeconds(60), "The end of the export's files");
        Assert.Equal(HttpStatusCode.Gone, (await caller.GetAsync($"requests/{old}/export/json")).Status);
        Assert.Equal("completed", AccessJourney.StatusOf(await journey.GetAsync(old)));
        Assert.Equal(people[1]["profileId"]!.GetValue<string>(), (await journey.DownloadAsync(young))["profiles"]![0]!["profileId"]!.GetValue<string>());
    }

    private static async Task<IReadOnlyList<string>> FilesAsync(Installation installation, string requestId) =>
        await new BlobContainerClient(installation.Storage.ConnectionString, "exports").GetBlobsAsync()
            .Select(blob => blob.Name).Where(name => name.Contains(requestId, StringComparison.Ordinal)).ToListAsync();
}
