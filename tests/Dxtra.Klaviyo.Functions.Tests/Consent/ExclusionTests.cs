using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ExclusionTests : IAsyncLifetime
{
    private readonly FakeKlaviyo _klaviyo = FakeKlaviyo.Start();
    private readonly ConsentFixture _consent;

    public ExclusionTests() => _consent = new(connections: new FakeConnections(_klaviyo));

    private CheckExclusionsActivity Check => new(_consent.Excluded, _consent.Exclusions, _consent.Seal, new FakeConnections(_klaviyo), _consent.Clock);

    private ActivityEntry? Seen => _consent.Activity.Entries.SingleOrDefault(entry => entry.Type == ActivityType.ExclusionChecked);

    public Task InitializeAsync() => _consent.TakeAsync(_consent.News("e1", ConsentState.Unsubscribed, 60));

    public async Task DisposeAsync() => await _klaviyo.DisposeAsync();

    [Fact]
    public async Task Who_is_out_of_reach_is_noted_with_what_Klaviyo_shows()
    {
        Given("""{"consent":"UNSUBSCRIBED","can_receive_email_marketing":false,"suppression":[{"reason":"USER_SUPPRESSED"}]}""");

        Assert.Equal(0, await RunAsync());

        Assert.Equal("out of campaigns and flows: consent UNSUBSCRIBED, suppressed by USER_SUPPRESSED", Seen!.Outcome);
        Assert.Equal((await _consent.SubjectAsync()).SubjectKey, Seen.SubjectKey);
        Assert.Empty(_consent.Excluded.Pending);
    }

    [Fact]
    public async Task Who_can_still_be_reached_is_looked_at_again_and_named_as_such_in_the_end()
    {
        Given("""{"consent":"SUBSCRIBED","can_receive_email_marketing":true,"suppression":[]}""");

        Assert.Equal(1, await RunAsync());
        Assert.Null(Seen);

        _consent.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(0, await RunAsync());
        Assert.Equal("still within reach of campaigns and flows: consent SUBSCRIBED", Seen!.Outcome);
    }

    [Fact]
    public async Task A_profile_that_is_gone_is_out_of_reach()
    {
        Assert.Equal(0, await RunAsync());

        Assert.Equal("out of campaigns and flows: the profile is gone", Seen!.Outcome);
    }

    [Fact]
    public async Task A_hundred_people_are_one_call()
    {
        await _consent.TakeAsync([.. Enumerable.Range(0, 99).Select(number => _consent.News($"f{number}", ConsentState.Unsubscribed, 60, profile: $"01P{number}"))]);

        await RunAsync();

        Assert.Single(_klaviyo.Asked);
    }

    [Fact]
    public async Task Two_promises_in_one_minute_are_one_and_nothing_is_owed_when_nobody_is_pending()
    {
        await _consent.TakeAsync(_consent.News("e2", ConsentState.Unsubscribed, 60, profile: "01BOB"));
        var promise = Assert.Single(_consent.Pending.Starts);
        var owed = new ExclusionOwed(_consent.Exclusions);
        Assert.True(await owed.IsOwedAsync(promise, CancellationToken.None));

        await RunAsync();

        Assert.False(await owed.IsOwedAsync(promise, CancellationToken.None));
    }

    private async Task<int?> RunAsync() => (await Check.RunAsync(new(_consent.Work), CancellationToken.None)).Output;

    private void Given(string marketing) => _klaviyo.Answers("/api/profiles", _ => Results.Text(JsonSerializer.Serialize(new
    {
        data = new[] { new { type = "profile", id = "01ADA", attributes = new { subscriptions = new { email = new { marketing = JsonSerializer.Deserialize<JsonElement>(marketing) } } } } },
        links = new { next = (string?)null },
    }), "application/vnd.api+json"));
}
