using Dxtra.Klaviyo.Journeys.Access;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Adversity;

/// <summary>A key that lacks a scope: what it cannot see is named, and everything else is there.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class MissingScopeTests(ImpatientFixture fixture) : IClassFixture<ImpatientFixture>
{
    [Theory]
    [InlineData("events:read", "events flows listChanges messages orders summary")]
    [InlineData("coupon-codes:read", "couponCodes")]
    [InlineData("custom-objects:read", "customObjects")]
    [InlineData("reviews:read", "reviews")]
    public async Task What_a_scope_is_missing_for_is_named_and_the_rest_is_there(string scope, string categories)
    {
        using var journey = new AccessJourney(
            fixture.Installation, await fixture.Installation.ConnectAsync(fixture.Installation.Sandbox.ApiKeys[$"without {scope}"]));
        var email = (await fixture.Control.PeopleAsync()).First(person => person["email"] is not null)["email"]!.GetValue<string>();

        var over = await journey.CompleteAsync(await journey.PostAsync(email));

        Assert.Equal(categories.Split(' ').Select(category => (category, "missingScope")), AccessJourney.GapsOf(over).Order());
    }

    [Fact]
    public async Task Without_the_scope_for_profiles_the_request_fails_and_says_why()
    {
        using var journey = new AccessJourney(
            fixture.Installation, await fixture.Installation.ConnectAsync(fixture.Installation.Sandbox.ApiKeys["without profiles:read"]));

        var over = await journey.EndAsync(await journey.PostAsync("amelia.hartley@example.com"));

        Assert.Equal(("failed", "missingScope"), (AccessJourney.StatusOf(over), AccessJourney.ResultOf(over)));
    }
}
