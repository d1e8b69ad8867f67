namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class FollowProfileActivityTests : IAsyncLifetime
{
    private const string Survivor = """{"type":"profile","id":"02NEW","attributes":{"email":"ada@example.com","phone_number":"+15005550001"}}""";
    private const string Another = """{"type":"profile","id":"03OTHER","attributes":{"email":"ADA@example.com"}}""";
    private const string Herself = """{"type":"profile","id":"01ADA","attributes":{"email":"ada@example.com"}}""";

    private AccessFixture _access = null!;

    public async Task InitializeAsync()
    {
        _access = await AccessFixture.CreateAsync();
        await _access.FindAsync();
    }

    public async Task DisposeAsync() => await _access.DisposeAsync();

    [Fact]
    public async Task Who_has_the_lost_ones_identifiers_now_takes_its_place_and_the_request_says_so()
    {
        Found(Survivor);

        var parts = (await FollowAsync()).Parts;

        Assert.NotEmpty(parts!);
        var profile = Assert.Single(_access.Request.Profiles!);
        Assert.Equal(("02NEW", "01ADA", "a***@e***.com"), (profile.ProfileId, profile.MergedFrom, profile.Masked));
        Assert.Contains("02NEW", _access.Exports.Text(ExportNames.Part(_access.Work, ExportNames.PartFile(0, Categories.Profile))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attempt_that_died_after_it_named_the_survivor_is_made_again_and_forgets_nothing()
    {
        Found(Survivor);
        await FollowAsync();

        Assert.NotEmpty((await FollowAsync()).Parts!);

        var profile = Assert.Single(_access.Request.Profiles!);
        Assert.Equal(("02NEW", "01ADA"), (profile.ProfileId, profile.MergedFrom));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Survivor + "," + Another)]
    [InlineData(Herself)]
    public async Task Nobody_or_not_one_alone_or_itself_is_no_survivor(string found)
    {
        Found(found);

        Assert.Null((await FollowAsync()).Parts);

        Assert.Equal(("01ADA", null), (_access.Request.Profiles![0].ProfileId, _access.Request.Profiles[0].MergedFrom));
    }

    [Fact]
    public async Task One_that_is_in_the_export_anyway_does_not_come_twice()
    {
        await _access.Requests.UpdateAsync(_access.Work.ControllerDid, _access.Work.RequestId, "x", request => request with
        {
            Profiles = [.. request.Profiles!, new("02NEW", "a***", ["phone"], [])],
        }, CancellationToken.None);
        Found(Survivor);

        Assert.Null((await FollowAsync()).Parts);
    }

    private void Found(string profiles) => _access.Klaviyo.AnswersText("/api/profiles", $$"""{"data":[{{profiles}}],"links":{"next":null} }""");

    private async Task<FollowProfileActivity.Output> FollowAsync() => (await _access.FollowProfile.RunAsync(new(_access.Work, 0), CancellationToken.None)).Output!;
}
