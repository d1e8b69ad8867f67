using System.Text.Json.Nodes;
using ICSharpCode.SharpZipLib.Zip;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary><see cref="AssembleExportActivity"/> and <see cref="CompleteAccessActivity"/>, which end an access request.</summary>
public sealed class CompleteAccessTests : IAsyncLifetime
{
    private AccessFixture _access = null!;
    private IReadOnlyList<PartResult> _parts = [];

    public async Task InitializeAsync()
    {
        _access = await AccessFixture.CreateAsync();
        await _access.FindAsync();
        _parts = await _access.GatherAllAsync();
    }

    public async Task DisposeAsync() => await _access.DisposeAsync();

    [Fact]
    public async Task The_export_has_everything_that_was_gathered()
    {
        var file = await AssembleAsync();

        var export = JsonNode.Parse(_access.Exports.Text(file.BlobName))!;
        var profile = export["profiles"]![0]!;
        Assert.Equal("ada@example.com", export["subject"]!["email"]!.GetValue<string>());
        Assert.Equal("curious", profile["profile"]!["attributes"]!["mood"]!.GetValue<string>());
        Assert.Equal(93.87, profile["predictiveAnalytics"]!["historic_clv"]!.GetValue<double>());
        Assert.Equal((2, 1, 2), (profile["lists"]!.AsArray().Count, profile["segments"]!.AsArray().Count, profile["events"]!.AsArray().Count));
        Assert.Equal($"{ControllerTag.Of(_access.Work.ControllerDid)}/{_access.Work.RequestId}/json/export.json", file.BlobName);
    }

    [Fact]
    public async Task An_export_of_a_request_with_a_passphrase_is_an_encrypted_zip()
    {
        await SealAsync("correct horse battery");

        var file = await AssembleAsync();

        Assert.Equal($"{ExportNames.All(_access.Work)}json/export.zip", file.BlobName);
        using var zip = new ZipFile(new MemoryStream(_access.Exports.Blobs[file.BlobName])) { Password = "correct horse battery" };
        using var text = new StreamReader(zip.GetInputStream(0));
        Assert.Equal("ada@example.com", JsonNode.Parse(await text.ReadToEndAsync())!["subject"]!["email"]!.GetValue<string>());
    }

    [Fact]
    public async Task Without_its_passphrase_an_encrypted_export_is_not_made()
    {
        await SealAsync(null);

        await Assert.ThrowsAsync<InvalidOperationException>(AssembleAsync);
        Assert.DoesNotContain(_access.Exports.Blobs.Keys, name => name.Contains("export", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_expires_after_thirty_days_and_what_an_earlier_run_wrote_with_it()
    {
        await CompleteAsync(await AssembleAsync());

        Assert.Equal(Some.Now.AddDays(30), _access.Request.ExpiresAt);
        Assert.Equal([ExportNames.All(_access.Work)], _access.Exports.Renewed);
    }

    [Fact]
    public async Task Before_anything_is_gathered_its_end_is_noted()
    {
        await _access.StartRun.RunAsync(new(_access.Work), CancellationToken.None);

        Assert.Equal(new(_access.Work.ControllerDid, _access.Work.RequestId, Some.Now.AddDays(30)), Assert.Single(_access.Expiries.All));
    }

    [Fact]
    public async Task A_repeat_makes_the_same_file() => Assert.Equal(await AssembleAsync(), await AssembleAsync());

    [Fact]
    public async Task A_completed_request_has_its_outcome_and_its_parts_stay_for_a_later_look()
    {
        var file = await AssembleAsync();

        Assert.Equal(RequestResult.Complete, await CompleteAsync(file));

        Assert.Equal((RequestStatus.Completed, Some.Now), (_access.Request.Status, _access.Request.CompletedAt));
        Assert.Equal(file, _access.Request.Outcome?.Exports["json"]);
        Assert.Contains(ExportNames.Record(_access.Work), _access.Exports.Blobs.Keys);
        Assert.Contains(ExportNames.Part(_access.Work, "0/profile.ndjson"), _access.Exports.Blobs.Keys);
    }

    [Fact]
    public async Task Later_looks_are_promised_for_their_days()
    {
        await CompleteAsync(await AssembleAsync());

        Assert.Equal(
            [(7, Some.Now.AddDays(7)), (17, Some.Now.AddDays(17))],
            _access.Pending.Starts.Select(start => (start.Work.Look, start.Since)).Order());
    }

    [Fact]
    public async Task What_was_gathered_for_a_request_that_was_cancelled_meanwhile_is_discarded()
    {
        var file = await AssembleAsync();
        await _access.Requests.UpdateAsync(
            _access.Work.ControllerDid, _access.Work.RequestId, "x", request => request with { Status = RequestStatus.Cancelled }, CancellationToken.None);

        Assert.Equal(RequestResult.Cancelled, await CompleteAsync(file));

        Assert.Empty(_access.Exports.Blobs);
        Assert.Equal(RequestStatus.Cancelled, _access.Request.Status);
    }

    [Fact]
    public async Task The_reading_is_logged_by_categories_without_the_person()
    {
        await CompleteAsync(await AssembleAsync());

        var entry = Assert.Single(_access.Activity.Entries);
        Assert.Equal(Categories.All, entry.Fields);
        Assert.Equal((_access.Request.SubjectKey, "a***@e***.com", "Complete"), (entry.SubjectKey, entry.SubjectMasked, entry.Outcome));
    }

    [Fact]
    public async Task Categories_that_one_profile_had_and_another_had_not_were_read()
    {
        _parts = [.. _parts.Where(part => part.Category != Categories.Lists), Some.Part(1, Categories.Events, gap: GapReason.ProfileGone)];

        await CompleteAsync(new("x", 1, ""));

        Assert.Equal(Categories.All.Except([Categories.Lists]), Assert.Single(_access.Activity.Entries).Fields);
    }

    [Fact]
    public async Task When_nobody_was_found_no_category_was_read()
    {
        _parts = [];

        Assert.Equal(RequestResult.NoSuchProfile, await CompleteAsync(new("x", 1, "")));

        Assert.Empty(Assert.Single(_access.Activity.Entries).Fields);
    }

    [Fact]
    public async Task A_repeat_of_the_end_changes_and_logs_nothing()
    {
        var file = await AssembleAsync();
        await CompleteAsync(file);
        var before = _access.Request;
        _access.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(RequestResult.Complete, await CompleteAsync(file));

        Assert.Equal(before, _access.Request);
        Assert.Single(_access.Activity.Entries);
    }

    [Fact]
    public async Task Without_a_log_entry_nothing_is_completed()
    {
        var file = await AssembleAsync();
        _access.Activity.Fault = new IOException("no log");

        await Assert.ThrowsAsync<IOException>(() => CompleteAsync(file));

        Assert.Equal(RequestStatus.Running, _access.Request.Status);
    }

    /// <summary>The request wants encryption and has that passphrase.</summary>
    private async Task SealAsync(string? passphrase)
    {
        var envelope = new SubjectEnvelope(Some.Ada, null) { Passphrase = passphrase };
        var subject = await _access.Vault.SealAsync(_access.Work.ControllerDid, _access.Work.RequestId, envelope, CancellationToken.None);
        await _access.Requests.UpdateAsync(
            _access.Work.ControllerDid, _access.Work.RequestId, "x", request => request with { Encrypted = true, SubjectCipherText = subject.CipherText }, CancellationToken.None);
    }

    private Task<ExportFile> AssembleAsync() => _access.AssembleExport.RunAsync(new(_access.Work, _parts, "json"), CancellationToken.None);

    private Task<RequestResult> CompleteAsync(ExportFile file) => _access.CompleteAccess.RunAsync(
        new(_access.Work, _parts, new Dictionary<string, ExportFile> { ["json"] = file }), CancellationToken.None);
}
