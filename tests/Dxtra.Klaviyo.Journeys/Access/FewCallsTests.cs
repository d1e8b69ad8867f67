using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Access;

/// <summary>What a person with a short history costs of the account's quota.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class FewCallsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_person_takes_five_calls_and_one_for_each_list_and_segment_once_the_account_is_known()
    {
        await using var installation = await Installation.StartAsync(azurite);
        using var journey = new AccessJourney(installation, await installation.ConnectAsync());
        var people = (await installation.Control.PeopleAsync()).Where(person => person["email"] is not null && person["events"]!.GetValue<int>() <= 1000).Take(2).ToList();
        await journey.WalkAsync(people[0]["email"]!.GetValue<string>());
        var before = installation.Proxies.Klaviyo.Calls.Count;
        var export = await journey.WalkAsync(people[1]["email"]!.GetValue<string>());
        var asked = installation.Proxies.Klaviyo.Calls.Skip(before).Select(call => call.Path).ToList();

        var profile = export["profiles"]![0]!;
        var id = profile["profileId"]!.GetValue<string>();
        var joined = new[] { "lists", "segments" }.SelectMany(kind => profile[kind]!.AsArray().Select(group => $"/api/{kind}/{group!["id"]}/profiles"));
        Assert.Equal(
            joined.Concat(["/api/profiles", $"/api/profiles/{id}", $"/api/profiles/{id}", "/api/coupon-codes", "/api/events"]).Order(StringComparer.Ordinal),
            asked.Order(StringComparer.Ordinal));
        var readEarlier = export["manifest"]!["parts"]!.AsArray().Where(part => part!["asOf"]!.GetValue<DateTimeOffset>() < export["request"]!["receivedAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(["customObjects", "reviews"], readEarlier.Select(part => part!["category"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }
}
