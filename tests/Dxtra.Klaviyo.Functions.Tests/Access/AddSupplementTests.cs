namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary><see cref="AddSupplementActivity"/>: what a later look brought is put to the request.</summary>
public sealed class AddSupplementTests : IAsyncLifetime
{
    private static readonly Dictionary<string, ExportFile> Files = new() { ["json"] = new("look7/export.json", 1, "5a") };

    private AccessFixture _access = null!;

    private RequestWork Look => _access.Work with { Look = 7 };

    public async Task InitializeAsync()
    {
        _access = await AccessFixture.CreateAsync();
        await UpdateAsync(request => request with { Status = RequestStatus.Running });
        await _access.CompleteAccess.RunAsync(new(_access.Work, [], new Dictionary<string, ExportFile>()), CancellationToken.None);
        _access.Time.Advance(TimeSpan.FromDays(7));
    }

    public async Task DisposeAsync() => await _access.DisposeAsync();

    [Fact]
    public async Task Export_and_supplement_expire_together_and_later()
    {
        Assert.Equal(Some.Now.AddDays(30), _access.Request.ExpiresAt);

        await AddAsync();

        Assert.Equal(Some.Now.AddDays(37), _access.Request.ExpiresAt);
        Assert.Equal(Files, Assert.Single(_access.Request.Outcome!.Supplements).Exports);
        Assert.Equal(ExportNames.All(_access.Work), _access.Exports.Renewed.Last());
    }

    [Fact]
    public async Task A_repeat_adds_and_moves_nothing()
    {
        await AddAsync();
        var before = _access.Request;
        _access.Time.Advance(TimeSpan.FromDays(1));

        await AddAsync();

        Assert.Equal(before, _access.Request);
    }

    [Fact]
    public async Task What_comes_after_the_export_has_expired_is_discarded()
    {
        _access.Exports.Blobs[ExportNames.Part(Look, "0/events.ndjson")] = [1];
        await UpdateAsync(request => request with { ExpiredAt = Some.Now.AddDays(6) });

        await AddAsync();

        Assert.Empty(_access.Request.Outcome!.Supplements);
        Assert.DoesNotContain(ExportNames.Part(Look, "0/events.ndjson"), _access.Exports.Blobs.Keys);
    }

    private Task AddAsync() =>
        _access.AddSupplement.RunAsync(new(Look, [Some.Part(0, Categories.Events, 2)], Files), CancellationToken.None);

    private Task UpdateAsync(Func<SubjectRequest, SubjectRequest> change) =>
        _access.Requests.UpdateAsync(_access.Work.ControllerDid, _access.Work.RequestId, "x", change, CancellationToken.None);
}
