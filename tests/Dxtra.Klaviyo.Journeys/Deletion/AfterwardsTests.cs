using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Deletion;

/// <summary>What is left of a deletion: a proof that anybody can check, and, once its retention is over, nobody's name.</summary>
[Collection(PatientJourneys.Name)]
public sealed class AfterwardsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Email = "forgotten@customers.test", Phone = "+15005554711", ExternalId = "CUST-FORGOTTEN-1";

    private Installation _installation = null!;
    private DeletionJourney _journey = null!;
    private string _profile = null!;
    private string _request = null!;

    public async Task InitializeAsync()
    {
        _installation = await Installation.StartAsync(azurite, DeletionFixture.Settings);
        _journey = new DeletionJourney(_installation, await _installation.ConnectAsync());
        _profile = await _installation.Control.CreateAsync(new
        {
            attributes = new { email = Email, phone_number = Phone, external_id = ExternalId },
            consent = new { email = "SUBSCRIBED" },
            lists = new[] { "Newsletter" },
        });
        _request = await _journey.OrderAsync(new { email = Email }, "emailLists", "profile");
        Assert.Equal(["confirmed"], DeletionJourney.OutcomesOf(await _journey.EndAsync(_request)));
    }

    public async Task DisposeAsync()
    {
        _journey.Dispose();
        await _installation.DisposeAsync();
    }

    [Fact]
    public async Task The_certificate_is_checked_without_the_app_and_one_byte_is_enough_to_break_it()
    {
        var certificate = await _journey.CertificateAsync(_request);
        using var http = new HttpClient();
        var keys = Write("jwks.json", await http.GetByteArrayAsync(new Uri(_installation.Address, "api/.well-known/jwks.json")));
        await _installation.KillAppAsync();

        Assert.Equal((0, true), await VerifyAsync(Write("certificate.json", certificate), keys, _request));
        certificate[certificate.Length / 3] ^= 1;
        Assert.Equal((1, true), await VerifyAsync(Write("changed.json", certificate), keys, "NOT VERIFIED"));
        await _installation.StartAppAsync();
    }

    [Fact]
    public async Task Nothing_says_in_clear_who_it_was_once_the_retention_is_over()
    {
        await LetRetentionPassAsync();
        await _journey.UntilAsync(_request, request => request["forgottenAt"] is not null, "The end of the retention");
        await Poll.UntilAsync(SealedFilesAsync, count => count == 0, TimeSpan.FromSeconds(30), "The end of the sealed files");

        Assert.NotEmpty(await _journey.CertificateAsync(_request));
        Assert.Equal(409, (int)(await _journey.PostAsync(_request, "retry")).Status);
        await _installation.KillAppAsync();
        Assert.Empty(await Traces.FindAsync(_installation, Email, Phone, ExternalId, _profile));
        Assert.NotEmpty(await Traces.FindAsync(_installation, _request));
        await _installation.StartAppAsync();
    }

    /// <summary>As if the request had ended long ago; the sweep finds it at the app's next start.</summary>
    private async Task LetRetentionPassAsync()
    {
        await _installation.KillAppAsync();
        var requests = new TableClient(_installation.Storage.ConnectionString, "Requests");
        var row = (await requests.GetEntityAsync<TableEntity>(_installation.Controller, "r|" + _request)).Value;
        var request = JsonNode.Parse(row.GetString("Json"))!.AsObject();
        request["completedAt"] = DateTimeOffset.UtcNow.AddDays(-31);
        row["Json"] = request.ToJsonString();
        await requests.UpdateEntityAsync(row, row.ETag);

        var notes = new TableClient(_installation.Storage.ConnectionString, "RequestRetention");
        var note = await notes.QueryAsync<TableEntity>(note => note.RowKey == _request).SingleAsync();
        await notes.DeleteEntityAsync(note.PartitionKey, note.RowKey, ETag.All);
        note.PartitionKey = "2001-01-01";
        note["At"] = DateTimeOffset.UtcNow.AddDays(-1);
        await notes.AddEntityAsync(note);
        await MissedTimer.SetAsync(_installation, "RetentionSweep", minute: 37);
        await _installation.StartAppAsync();
    }

    private async Task<int> SealedFilesAsync() => await new Azure.Storage.Blobs.BlobContainerClient(_installation.Storage.ConnectionString, "cases")
        .GetBlobsAsync().CountAsync(blob => blob.Name.Contains("sealed/", StringComparison.Ordinal));

    private static async Task<(int Exit, bool Says)> VerifyAsync(string certificate, string keys, string text)
    {
        await using var launcher = LauncherProcess.Start(["verify", certificate, "--jwks", keys]);
        var exit = await launcher.WaitForExitAsync(TimeSpan.FromSeconds(60));
        return (exit, launcher.Text.Contains(text, StringComparison.Ordinal));
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(Path.GetDirectoryName(_installation.LogFile)!, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
