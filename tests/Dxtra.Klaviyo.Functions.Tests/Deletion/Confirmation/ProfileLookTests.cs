namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ProfileLookTests : IAsyncLifetime
{
    private ErasureFixture _fixture = null!;

    public async Task InitializeAsync()
    {
        _fixture = await ErasureFixture.CreateAsync();
        _fixture.Klaviyo.IsThere = false;
        _fixture.Klaviyo.Server.Answers("/api/events", _ => ErasureKlaviyo.Unauthorized);
    }

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Fact]
    public async Task An_endpoint_that_refuses_a_good_key_cannot_be_read_and_the_others_are()
    {
        var facts = (await LookAsync()).ToDictionary(fact => fact.By, fact => fact.Seen);

        Assert.Equal(Seen.Unreadable, facts["events"]);
        Assert.All(facts.Where(fact => fact.Key != "events"), fact => Assert.Equal(Seen.Absent, fact.Value));
        Assert.Equal(["email", "events", "lists", "profileId"], facts.Keys.Order());
    }

    [Fact]
    public async Task A_key_that_Klaviyo_refuses_is_for_the_caller_to_wait_for()
    {
        _fixture.Klaviyo.KeyRefused = true;

        await Assert.ThrowsAsync<KlaviyoAuthenticationException>(LookAsync);
    }

    private async Task<IReadOnlyList<SightingFact>> LookAsync()
    {
        var work = _fixture.Work;
        var klaviyo = await _fixture.Connections.OpenAsync(work.ControllerDid, work.ProcessorId, null, default);
        return await new ProfileLook(klaviyo, new ErasurePicture([ErasureFixture.Ada]), 0, Some.Now).ForDeletedAsync(default);
    }
}
