using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Access;

/// <summary>The export of an access request against what the sandbox truly holds: nothing missing, nothing of anybody else.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class AccessTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const int People = 12;

    private Installation _installation = null!;
    private AccessJourney _journey = null!;

    public async Task InitializeAsync()
    {
        _installation = await Installation.StartAsync(azurite);
        _journey = new AccessJourney(_installation, await _installation.ConnectAsync());
    }

    public async Task DisposeAsync()
    {
        _journey.Dispose();
        await _installation.DisposeAsync();
    }

    [Fact]
    public async Task The_export_holds_everything_that_Klaviyo_holds()
    {
        var everybody = (await _installation.Control.PeopleAsync()).Where(person => person["email"] is not null).ToList();
        var people = everybody.Where((_, i) => i % (everybody.Count / People) == 0).ToList();
        var requests = await Task.WhenAll(people.Select(person => _journey.PostAsync(Text(person["email"]))));

        foreach (var (person, request) in people.Zip(requests))
        {
            var over = await _journey.CompleteAsync(request);
            Assert.Equal("complete", AccessJourney.ResultOf(over));
            AssertComplete(await _journey.DownloadAsync(request), await _installation.Control.TruthAsync(Text(person["profileId"])));
        }
    }

    [Fact]
    public async Task Fields_that_Klaviyo_adds_next_year_are_in_the_export()
    {
        const string sizes = """{"2031":[41,42.50]}""";
        _installation.Proxies.Klaviyo.Rewrite = text => text
            .Replace("\"first_name\":", $"\"shoe_sizes\":{sizes},\"first_name\":", StringComparison.Ordinal)
            .Replace("\"event_properties\":", "\"weather\":\"rain\",\"event_properties\":", StringComparison.Ordinal);
        var person = (await _installation.Control.PeopleAsync())[0];

        var export = await _journey.WalkAsync(Text(person["email"]));

        var profile = export["profiles"]![0]!;
        Assert.Equal(sizes, profile["profile"]!["attributes"]!["shoe_sizes"]!.ToJsonString());
        Assert.NotEmpty(profile["events"]!.AsArray());
        Assert.All(profile["events"]!.AsArray(), row => Assert.Equal("rain", Text(row!["event"]!["attributes"]!["weather"])));
    }

    [Fact]
    public async Task A_stranger_gets_an_answer_that_says_so()
    {
        var request = await _journey.PostAsync("stranger@customers.test");
        var over = await _journey.CompleteAsync(request);

        Assert.Equal("noSuchProfile", AccessJourney.ResultOf(over));
        Assert.Empty((await _journey.DownloadAsync(request))["profiles"]!.AsArray());
    }

    private static void AssertComplete(JsonObject export, JsonObject truth)
    {
        var profile = Assert.Single(export["profiles"]!.AsArray())!;
        Assert.Equal(Text(truth["profileId"]), Text(profile["profileId"]));

        var attributes = profile["profile"]!["attributes"]!.DeepClone().AsObject();
        AssertJson(truth["subscriptions"], attributes["subscriptions"]);
        attributes.Remove("subscriptions");
        AssertJson(truth["attributes"], attributes);
        AssertJson(truth["predictiveAnalytics"], profile["predictiveAnalytics"]);

        Assert.Equal(Ids(truth["lists"]), Ids(profile["lists"]));
        Assert.Equal(Ids(truth["segments"]), Ids(profile["segments"]));
        AssertEvents(truth["events"]!.AsArray(), profile["events"]!.AsArray());
    }

    private static void AssertEvents(JsonArray truth, JsonArray rows)
    {
        Assert.Equal(truth.Count, rows.Count);
        var exported = rows.ToDictionary(row => Text(row!["event"]!["id"]));
        foreach (var expected in truth)
        {
            var row = exported[Text(expected!["id"])]!;
            Assert.Equal(expected["metricName"]?.GetValue<string>(), row["metric"]?.GetValue<string>());
            AssertJson(expected["timestamp"], row["event"]!["attributes"]!["timestamp"]);
            AssertJson(expected["properties"], row["event"]!["attributes"]!["event_properties"]);
        }
    }

    private static void AssertJson(JsonNode? expected, JsonNode? actual) => Assert.True(
        JsonNode.DeepEquals(expected, actual),
        $"Expected {expected?.ToJsonString()}{Environment.NewLine}but was {actual?.ToJsonString()}");

    private static IEnumerable<string> Ids(JsonNode? things) =>
        things!.AsArray().Select(thing => Text(thing!["id"])).Order(StringComparer.Ordinal);

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
