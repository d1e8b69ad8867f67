namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class AccountCatalogueTests : IAsyncLifetime
{
    private AccessFixture _access = null!;

    public async Task InitializeAsync()
    {
        _access = await AccessFixture.CreateAsync();
        _access.Klaviyo
            .AnswersText("/api/campaigns", """{"data":[{"type":"campaign","id":"C1","attributes":{"name":"Spring"},"relationships":{"campaign-messages":{"data":[{"type":"campaign-message","id":"M1"}]}}}],"links":{"next":null}}""")
            .AnswersText("/api/flows", """{"data":[{"type":"flow","id":"F1","attributes":{"name":"Welcome"}}],"links":{"next":null}}""");
    }

    public async Task DisposeAsync() => await _access.DisposeAsync();

    [Fact]
    public async Task Names_are_asked_for_once_and_known_for_an_hour()
    {
        var names = await NamesAsync(known => known.KnowsCampaign("C1"));
        Assert.Equal(("Spring", "Welcome", "C1"), (names.Campaign("C1"), names.Flow("F1"), names.CampaignOfMessage("M1")));
        var calls = _access.Klaviyo.Asked.Count;

        _access.Time.Advance(TimeSpan.FromMinutes(59));
        await NamesAsync(known => known.KnowsCampaign("C1"));
        Assert.Equal(calls, _access.Klaviyo.Asked.Count);

        _access.Time.Advance(TimeSpan.FromMinutes(2));
        await NamesAsync(known => known.KnowsCampaign("C1"));
        Assert.Equal(2 * calls, _access.Klaviyo.Asked.Count);
    }

    [Fact]
    public async Task A_name_that_is_not_known_is_looked_for_again_but_not_at_once()
    {
        await NamesAsync(known => known.KnowsCampaign("NEW"));
        var calls = _access.Klaviyo.Asked.Count;

        await NamesAsync(known => known.KnowsCampaign("NEW"));
        Assert.Equal(calls, _access.Klaviyo.Asked.Count);

        _access.Time.Advance(TimeSpan.FromMinutes(6));
        await NamesAsync(known => known.KnowsCampaign("NEW"));
        Assert.Equal(2 * calls, _access.Klaviyo.Asked.Count);
    }

    [Fact]
    public async Task Many_who_ask_at_once_cause_each_call_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => NamesAsync(known => known.KnowsCampaign("C1"))));

        Assert.Equal(_access.Klaviyo.Asked.Distinct(), _access.Klaviyo.Asked);
    }

    [Fact]
    public async Task Each_account_has_names_of_its_own()
    {
        await NamesAsync(_ => true);
        var calls = _access.Klaviyo.Asked.Count;

        await NamesAsync(_ => true, _access.Work with { ProcessorId = "another" });

        Assert.Equal(2 * calls, _access.Klaviyo.Asked.Count);
    }

    [Fact]
    public async Task What_the_key_may_not_see_has_no_name_and_stops_nothing()
    {
        _access.Klaviyo.Answers("/api/campaigns", "403-scope.json", 403);

        var names = await NamesAsync(_ => true);

        Assert.Equal((null, "Welcome"), (names.Campaign("C1"), names.Flow("F1")));
    }

    [Fact]
    public async Task A_call_that_fails_leaves_no_empty_names_behind()
    {
        _access.Klaviyo.Answers("/api/flows", "500.json", 503);
        await Assert.ThrowsAsync<KlaviyoUnavailableException>(() => NamesAsync(_ => true));
        _access.Klaviyo.AnswersText("/api/flows", """{"data":[{"type":"flow","id":"F1","attributes":{"name":"Welcome"}}],"links":{"next":null}}""");

        Assert.Equal("Welcome", (await NamesAsync(_ => true)).Flow("F1"));
    }

    private Task<MessageNames> NamesAsync(Func<MessageNames, bool> suffices, RequestWork? work = null) =>
        _access.Catalogue.MessagesAsync(work ?? _access.Work, _access.Klaviyo.Client, suffices, CancellationToken.None);
}
