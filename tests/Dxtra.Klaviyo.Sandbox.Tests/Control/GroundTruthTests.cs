using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Tests.Hosting;

namespace Dxtra.Klaviyo.Sandbox.Tests.Control;

public sealed class GroundTruthTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task The_truth_of_everyone_equals_what_the_api_gives()
    {
        foreach (var person in (await fixture.Sandbox.ControlAsync(HttpMethod.Get, "/sandbox/people?limit=1000")).AsArray())
            await CompareAsync((string)person!["profileId"]!);
    }

    [Fact]
    public async Task The_richest_people_come_first()
    {
        var people = (await fixture.Sandbox.ControlAsync(HttpMethod.Get, "/sandbox/people?limit=5")).AsArray();
        var counts = people.Select(person => (int)person!["events"]!).ToList();

        Assert.Equal(5, counts.Count);
        Assert.True(counts[0] >= 400);
        Assert.Equal(counts.OrderDescending(), counts);
    }

    [Fact]
    public async Task A_person_that_does_not_exist_is_404()
    {
        using var response = await fixture.Sandbox.Client.GetAsync(new Uri("/sandbox/people/nobody", UriKind.Relative));

        Assert.Equal(404, (int)response.StatusCode);
    }

    private async Task CompareAsync(string id)
    {
        var sandbox = fixture.Sandbox;
        var truth = await sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/people/{id}");
        var document = await sandbox.GetAsync($"/api/profiles/{id}?additional-fields[profile]=subscriptions,predictive_analytics");
        var attributes = document["data"]!["attributes"]!.AsObject();
        AssertSame(truth["subscriptions"], Take(attributes, "subscriptions"));
        AssertSame(truth["predictiveAnalytics"], Take(attributes, "predictive_analytics"));
        AssertSame(truth["attributes"], attributes);

        Assert.Equal(Ids(truth["lists"]!), (await sandbox.GetAsync($"/api/profiles/{id}/lists")).Ids());
        Assert.Equal(Ids(truth["segments"]!), (await sandbox.GetAsync($"/api/profiles/{id}/segments")).Ids());

        await CompareHoldingsAsync(id, truth);

        var events = await sandbox.GetAllAsync($"/api/events?page[size]=100&sort=datetime&filter=equals(profile_id,%22{id}%22)");
        Assert.Equal(Ids(truth["events"]!), events.Ids());
        Assert.Equal(events.Count, (int)truth["counts"]!["events"]!);
        foreach (var (expected, actual) in truth["events"]!.AsArray().Zip(events))
            AssertSame(expected!["properties"], actual.Attributes()["event_properties"]);
    }

    private async Task CompareHoldingsAsync(string id, JsonNode truth)
    {
        var sandbox = fixture.Sandbox;
        Assert.Equal(Ids(truth["pushTokens"]!).Order(), (await sandbox.GetAsync($"/api/push-tokens?filter=equals(profile.id,'{id}')")).Ids());
        Assert.Equal(Ids(truth["conversations"]!), (await sandbox.GetAsync($"/api/profiles/{id}/conversations")).Ids());
        Assert.Equal(
            Ids(truth["couponCodes"]!).Order(StringComparer.Ordinal),
            (await sandbox.GetAsync($"/api/coupon-codes?filter=equals(profile.id,'{id}')")).Ids());
    }

    [Fact]
    public async Task Every_review_is_of_exactly_one_person_who_has_its_address()
    {
        var reviews = (await fixture.Sandbox.GetAllAsync("/api/reviews?page[size]=100")).ToDictionary(
            review => (string)review["id"]!, review => (string?)review.Attributes()["email"]);
        var told = new List<string>();
        foreach (var person in (await fixture.Sandbox.ControlAsync(HttpMethod.Get, "/sandbox/people?limit=1000")).AsArray())
        {
            var truth = await fixture.Sandbox.ControlAsync(HttpMethod.Get, $"/sandbox/people/{person!["profileId"]}");
            var own = Ids(truth["reviews"]!).ToList();
            Assert.All(own, id => Assert.Equal((string?)person["email"], reviews[id], ignoreCase: true));
            told.AddRange(own);
        }

        Assert.NotEmpty(told);
        Assert.Equal(reviews.Keys.Order(), told.Order());
    }

    private static JsonNode? Take(JsonObject attributes, string name)
    {
        var value = attributes[name];
        attributes.Remove(name);
        return value;
    }

    private static IEnumerable<string> Ids(JsonNode items) => items.AsArray().Select(item => (string)item!["id"]!);

    private static void AssertSame(JsonNode? expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected?.ToJsonString()}, got {actual?.ToJsonString()}");
}
