using System.Text.Json.Nodes;

namespace Dxtra.Klaviyo.Journeys.Deletion;

/// <summary>After every combination of scopes: what was asked for is so at Klaviyo, and nothing else is.</summary>
[Collection(DeletionJourneys.Name)]
public sealed class ScopeTests(DeletionFixture fixture) : IClassFixture<DeletionFixture>, IAsyncLifetime
{
    private const string ForMail = "Newsletter", ForSms = "SMS Subscribers", ForAll = "Back in Stock";

    private static int _people;

    public Task InitializeAsync() => fixture.BehaveAsync();

    public Task DisposeAsync() => fixture.BehaveAsync();

    public static TheoryData<string[]> Combinations()
    {
        var combinations = new TheoryData<string[]>();
        string[] scopes = ["emailLists", "smsLists", "profile", "engagement", "events"];
        for (var bits = 1; bits < 1 << scopes.Length; bits++)
        {
            var scope = scopes.Where((_, index) => (bits & (1 << index)) != 0).ToArray();
            if (scope.Contains("profile") || !scope.Any(word => word is "engagement" or "events"))
                combinations.Add(scope);
        }

        return combinations;
    }

    [Theory, MemberData(nameof(Combinations))]
    public async Task What_was_asked_for_is_done_and_nothing_else(string[] scope)
    {
        var (email, phone) = ($"scope{++_people}@customers.test", $"+1500555{7000 + _people}");
        var id = await PersonAsync(email, phone);
        var bystander = await PersonAsync($"by{_people}@customers.test", $"+1500555{8000 + _people}");
        var before = Settled(await fixture.Control.TruthAsync(id));
        var untouched = await fixture.Control.TruthAsync(bystander);

        var over = await fixture.Journey.WalkAsync(new { email }, scope);

        Assert.Equal(("completed", "complete"), (DeletionJourney.StatusOf(over), DeletionJourney.ResultOf(over)));
        Assert.Equal(["confirmed"], DeletionJourney.OutcomesOf(over));
        Assert.Equal(untouched.ToJsonString(), (await fixture.Control.TruthAsync(bystander)).ToJsonString());
        if (scope.Contains("profile"))
        {
            Assert.False(await fixture.Control.ExistsAsync(id));
            return;
        }

        AssertReached(before, await fixture.Control.TruthAsync(id), scope);
    }

    private static void AssertReached(JsonObject before, JsonObject after, string[] scope)
    {
        var (mail, sms) = (scope.Contains("emailLists"), scope.Contains("smsLists"));
        Assert.Equal(mail ? "UNSUBSCRIBED" : "SUBSCRIBED", ConsentOf(after, "email", "marketing"));
        Assert.Equal(sms ? "UNSUBSCRIBED" : "SUBSCRIBED", ConsentOf(after, "sms", "marketing"));
        Assert.Equal(sms ? "UNSUBSCRIBED" : "SUBSCRIBED", ConsentOf(after, "sms", "transactional"));
        string[] left = [.. mail ? new[] { ForMail } : [], .. sms ? new[] { ForSms } : [], .. mail ? new[] { ForAll } : []];
        Assert.Equal(new[] { ForMail, ForSms, ForAll }.Except(left).Order(), ListsOf(after).Order());
        Assert.Equal(before["segments"]!.ToJsonString(), Settled(after)["segments"]!.ToJsonString());
        Assert.Equal(before["attributes"]!.ToJsonString(), Settled(after)["attributes"]!.ToJsonString());
    }

    private Task<string> PersonAsync(string email, string phone) => fixture.Control.CreateAsync(new
    {
        attributes = new { email, phone_number = phone, first_name = "Somebody" },
        consent = new { email = "SUBSCRIBED", sms = "SUBSCRIBED", smsTransactional = "SUBSCRIBED" },
        lists = new[] { ForMail, ForSms, ForAll },
    });

    /// <summary>Without what moves with every change.</summary>
    private static JsonObject Settled(JsonObject truth)
    {
        var settled = truth.DeepClone().AsObject();
        foreach (var name in new[] { "updated", "last_event_date" })
            settled["attributes"]!.AsObject().Remove(name);
        return settled;
    }

    private static string? ConsentOf(JsonObject truth, string channel, string kind) => truth["subscriptions"]![channel]![kind]!["consent"]!.GetValue<string>();

    private static IEnumerable<string> ListsOf(JsonObject truth) => truth["lists"]!.AsArray().Select(list => list!["name"]!.GetValue<string>());
}
