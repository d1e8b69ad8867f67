using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ExportSweepHandlerTests : IAsyncLifetime
{
    private AccessFixture _access = null!;

    public async Task InitializeAsync()
    {
        _access = await AccessFixture.CreateAsync(passphrase: "correct horse battery");
        await _access.StartRun.RunAsync(new(_access.Work), CancellationToken.None);
        await UpdateAsync(request => request with { Status = RequestStatus.Running });
        _access.Time.Advance(TimeSpan.FromMinutes(10));
        await _access.CompleteAccess.RunAsync(new(_access.Work, [], new Dictionary<string, ExportFile> { ["json"] = new("export", 1, "5a") }), CancellationToken.None);
        foreach (var work in new[] { _access.Work, _access.Work with { Look = 7 } })
            Blobs[ExportNames.Export(work, "json", "zip")] = [1];
    }

    public async Task DisposeAsync() => await _access.DisposeAsync();

    private ConcurrentDictionary<string, byte[]> Blobs => _access.Exports.Blobs;

    [Fact]
    public async Task Until_its_time_has_come_an_export_stays()
    {
        await SweepAfterAsync(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));

        Assert.NotEmpty(Blobs);
        Assert.Null(_access.Request.ExpiredAt);
        Assert.Equal(_access.Request.ExpiresAt, Assert.Single(_access.Expiries.All).At);
    }

    [Fact]
    public async Task Then_everything_of_the_request_is_deleted_and_the_deletion_logged()
    {
        await SweepAfterAsync(TimeSpan.FromDays(30));

        Assert.Empty(Blobs);
        Assert.Empty(_access.Expiries.All);
        Assert.Equal((RequestStatus.Completed, _access.Time.GetUtcNow()), (_access.Request.Status, _access.Request.ExpiredAt));
        var entry = _access.Activity.Entries[^1];
        Assert.Equal((ActivityType.ExportDeletion, "system", _access.Work.RequestId), (entry.Type, entry.Actor, entry.RequestId));
    }

    [Fact]
    public async Task The_passphrase_goes_and_the_subject_stays_sealed()
    {
        Assert.Equal("correct horse battery", (await OpenAsync()).Passphrase);

        await SweepAfterAsync(TimeSpan.FromDays(30));

        Assert.Equal(new(Some.Ada, null), await OpenAsync());
        Assert.True(_access.Request.Encrypted);
    }

    [Fact]
    public async Task A_crash_before_the_end_is_made_good_by_the_next_sweep()
    {
        _access.Expiries.RemoveFault = new IOException("The process was killed.");
        await SweepAfterAsync(TimeSpan.FromDays(30));
        Blobs[ExportNames.Record(_access.Work)] = [1];
        var expired = _access.Request;

        _access.Expiries.RemoveFault = null;
        await SweepAfterAsync(TimeSpan.FromHours(1));

        Assert.Empty(Blobs);
        Assert.Empty(_access.Expiries.All);
        Assert.Equal(expired, _access.Request);
        Assert.Single(_access.Activity.Entries, entry => entry.Type == ActivityType.ExportDeletion);
    }

    [Fact]
    public async Task A_supplement_puts_it_off()
    {
        _access.Time.Advance(TimeSpan.FromDays(17));
        await _access.AddSupplement.RunAsync(
            new(_access.Work with { Look = 17 }, [], new Dictionary<string, ExportFile> { ["json"] = new("x", 1, "5a") }), CancellationToken.None);

        await SweepAfterAsync(TimeSpan.FromDays(20));

        Assert.NotEmpty(Blobs);
        Assert.Equal(_access.Request.ExpiresAt, Assert.Single(_access.Expiries.All).At);

        await SweepAfterAsync(TimeSpan.FromDays(10));

        Assert.Empty(Blobs);
    }

    [Fact]
    public async Task A_request_that_is_not_over_is_looked_at_again_the_next_day()
    {
        await UpdateAsync(request => request with { Status = RequestStatus.Running });

        await SweepAfterAsync(TimeSpan.FromDays(40));

        Assert.NotEmpty(Blobs);
        Assert.Null(_access.Request.ExpiredAt);
        Assert.Equal(_access.Time.GetUtcNow().AddDays(1), Assert.Single(_access.Expiries.All).At);
    }

    [Theory]
    [InlineData("Failed")]
    [InlineData("Cancelled")]
    public async Task What_a_request_left_that_ended_without_an_export_goes_as_well(string status)
    {
        await UpdateAsync(request => request with { Status = RequestStatus.Running });
        await UpdateAsync(request => request with { Status = Enum.Parse<RequestStatus>(status), Outcome = null, ExpiresAt = null });

        await SweepAfterAsync(TimeSpan.FromDays(30));

        Assert.Empty(Blobs);
        Assert.Empty(_access.Expiries.All);
        Assert.Null((await OpenAsync()).Passphrase);
        Assert.DoesNotContain(_access.Activity.Entries, entry => entry.Type == ActivityType.ExportDeletion);
    }

    [Fact]
    public async Task A_note_without_a_request_goes()
    {
        await _access.Expiries.RemoveAsync(_access.Expiries.All.Single(), CancellationToken.None);
        await _access.Expiries.AddAsync(new(_access.Work.ControllerDid, "none", Some.Now), CancellationToken.None);

        await SweepAfterAsync(TimeSpan.Zero);

        Assert.Empty(_access.Expiries.All);
    }

    [Fact]
    public async Task One_that_fails_does_not_keep_those_behind_it()
    {
        await _access.Expiries.AddAsync(new("", "first", DateTimeOffset.MinValue), CancellationToken.None);
        _access.Expiries.RemoveFault = new IOException("storage");

        await SweepAfterAsync(TimeSpan.FromDays(30));

        Assert.Empty(Blobs);
    }

    private Task SweepAfterAsync(TimeSpan time)
    {
        _access.Time.Advance(time);
        return new ExportSweepHandler(
            _access.Expiries, _access.Retention, _access.Requests, _access.Exports, _access.Vault, _access.Activity, _access.Time,
            NullLogger<ExportSweepHandler>.Instance).HandleAsync(CancellationToken.None);
    }

    private Task<SubjectEnvelope> OpenAsync() => _access.Vault.OpenAsync(_access.Request, CancellationToken.None);

    private Task UpdateAsync(Func<SubjectRequest, SubjectRequest> change) =>
        _access.Requests.UpdateAsync(_access.Work.ControllerDid, _access.Work.RequestId, "x", change, CancellationToken.None);
}
