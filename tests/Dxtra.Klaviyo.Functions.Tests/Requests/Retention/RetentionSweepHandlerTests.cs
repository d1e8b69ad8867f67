using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class RetentionSweepHandlerTests
{
    private readonly RequestWork _work = Some.Work();
    private readonly FakeRetentionStore _store = new();
    private readonly FakeCaseFiles _files = new();
    private readonly FakeTimeProvider _time = new(Some.Now);
    private FakeRequestStore _requests = new();

    private SubjectRequest Request => _requests[_work];

    [Fact]
    public async Task Until_its_end_everything_stays()
    {
        await GivenAsync(Ended());

        await SweepAfterAsync(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));

        Assert.Null(Request.ForgottenAt);
        Assert.Equal(3, _files.Files.Count);
        Assert.Equal(Some.Now.AddDays(30), Assert.Single(_store.All).At);
    }

    [Fact]
    public async Task Then_the_person_is_forgotten_and_what_proves_the_deletion_stays()
    {
        await GivenAsync(Ended());

        await SweepAfterAsync(TimeSpan.FromDays(30));

        Assert.Equal(("", _time.GetUtcNow()), (Request.SubjectCipherText, Request.ForgottenAt));
        Assert.Equal("", Request.Extension!.ReasonCipherText);
        Assert.All(Request.Profiles!, profile => Assert.Matches("^[0-9a-f]{64}$", profile.ProfileId));
        Assert.Matches("^[0-9a-f]{64}$", Request.Profiles![0].MergedFrom!);
        Assert.Equal("a***@e***.com", Request.SubjectMasked);
        Assert.Equal([$"{_work.RequestId}/certificate-1.json"], _files.Files.Keys);
        Assert.Empty(_store.All);
    }

    [Fact]
    public async Task A_request_that_is_not_over_is_looked_at_again_the_next_day()
    {
        await GivenAsync(Ended() with { Status = RequestStatus.Running, CompletedAt = null });

        await SweepAfterAsync(TimeSpan.FromDays(40));

        Assert.Null(Request.ForgottenAt);
        Assert.Equal(_time.GetUtcNow().AddDays(1), Assert.Single(_store.All).At);
    }

    [Fact]
    public async Task An_access_request_lives_as_long_as_its_exports()
    {
        var access = Some.Request(_work, RequestStatus.Completed) with { CompletedAt = Some.Now, ExpiresAt = Some.Now.AddDays(60) };
        await GivenAsync(access);
        await SweepAfterAsync(TimeSpan.FromDays(40));
        Assert.Null(Request.ForgottenAt);

        await SweepAfterAsync(TimeSpan.FromDays(20));
        Assert.NotNull(Request.ForgottenAt);
        Assert.Equal("", Request.SubjectCipherText);
    }

    [Fact]
    public async Task A_crash_after_the_mark_is_made_good_by_the_next_sweep()
    {
        await GivenAsync(Ended() with { ForgottenAt = Some.Now, SubjectCipherText = "" });

        await SweepAfterAsync(TimeSpan.FromDays(30));

        Assert.Single(_files.Files);
        Assert.Empty(_store.All);
    }

    [Fact]
    public async Task One_that_fails_does_not_keep_those_behind_it()
    {
        await GivenAsync(Ended());
        await _store.AddAsync(new("", "first", DateTimeOffset.MinValue), CancellationToken.None);
        _store.RemoveFault = new IOException("storage");

        await SweepAfterAsync(TimeSpan.FromDays(30));

        Assert.NotNull(Request.ForgottenAt);
    }

    private SubjectRequest Ended() => Some.Deletion(_work, RequestStatus.Completed) with
    {
        CompletedAt = Some.Now,
        Extension = new(Some.Now, "dpo", Some.Now, "sealed reason"),
        Profiles = [new("01ADA", "a***@e***.com", ["email"], [], MergedFrom: "01OLD")],
    };

    private async Task GivenAsync(SubjectRequest request)
    {
        _requests = new(request);
        await Some.RequestRetention(_store).NoteAsync(request, CancellationToken.None);
        foreach (var name in new[] { "sealed/picture-1", "preview-1.json", "certificate-1.json" })
            await _files.WriteAsync($"{_work.RequestId}/{name}", new byte[] { 1 }, "text/plain", CancellationToken.None);
    }

    private Task SweepAfterAsync(TimeSpan time)
    {
        _time.Advance(time);
        var hashes = new IdentifierHashes(new(new FakeSecretStore()));
        var exports = new ExportRetention(new FakeExportExpiryStore(), new FakeExportStore(), Options.Create(new AccessOptions()), _time);
        return new RetentionSweepHandler(
            _store, Some.RequestRetention(_store), _requests, [new DeletionRetained(_files), new AccessRetained(exports)], new(_requests, hashes, _time),
            _time, NullLogger<RetentionSweepHandler>.Instance).HandleAsync(CancellationToken.None);
    }
}
