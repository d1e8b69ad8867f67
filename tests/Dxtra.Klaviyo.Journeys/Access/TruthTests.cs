using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Access;

/// <summary>
/// Every fact that the sandbox holds of a person is in the export, in its place, and nothing that points to anybody else. The
/// facts are not listed here: whatever the sandbox's own data has is looked for, also what it gets one day.
/// </summary>
[Collection(ActiveJourneys.Name)]
public sealed class TruthTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const int Sample = 8;

    /// <summary>Where in the export a field of the truth belongs; a field that is not named here stands under its own name.</summary>
    private static readonly Dictionary<string, string[]> Places = new()
    {
        ["attributes"] = ["profile"],
        ["subscriptions"] = ["consent", "suppressions"],
        ["profileId"] = ["profileId"],
        ["objectRecords"] = ["customObjects"],
    };

    /// <summary>Figures about the truth, not facts about the person.</summary>
    private static readonly string[] Figures = ["counts"];

    /// <summary>What no call of Klaviyo's gives. Every export says so.</summary>
    private static readonly Dictionary<string, string> NotGiven = new()
    {
        ["secondaryEmails"] = "Further e-mail addresses that a profile has beside its main one.",
    };

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
    public async Task Every_fact_about_a_person_is_in_the_export_and_none_about_another()
    {
        var everybody = await _installation.Control.PeopleAsync();
        var truths = await Task.WhenAll(everybody.Select(person => _installation.Control.TruthAsync(IdOf(person))));
        var chosen = Choose(truths);
        var requests = new List<(JsonObject Truth, string Id)>();
        foreach (var truth in chosen)
            requests.Add((truth, await _journey.AskAsync(new { profileId = IdOf(truth) })));

        foreach (var (truth, id) in requests)
        {
            Assert.Equal("complete", AccessJourney.ResultOf(await _journey.CompleteAsync(id, TimeSpan.FromMinutes(3))));
            var export = await _journey.DownloadAsync(id);
            await ExportSchema.AssertFollowsAsync(export);
            Assert.All(NotGiven.Values, text => Assert.Contains(text, export["manifest"]!["notGivenByKlaviyo"]!.AsArray().Select(said => said!.GetValue<string>())));
            AssertHolds(truth, Assert.Single(export["profiles"]!.AsArray())!.AsObject());
            AssertNobodyElse(export, IdOf(truth), everybody, truths);
        }
    }

    /// <summary>For each kind of fact the person with the most of them, those with the fewest facts, and every so many-th.</summary>
    private static List<JsonObject> Choose(JsonObject[] truths)
    {
        var kinds = truths[0].Where(field => field.Value is JsonArray or JsonObject).Select(field => field.Key);
        return
        [
            .. kinds.Select(kind => truths.MaxBy(truth => JsonFacts.Of(truth[kind]).Count())!)
                .Append(truths.MaxBy(truth => SuppressionsOf(truth).Count())!)
                .Append(truths.MinBy(truth => JsonFacts.Of(truth).Count())!)
                .Concat(truths.Where((_, at) => at % (truths.Length / Sample) == 0))
                .DistinctBy(IdOf),
        ];
    }

    private static void AssertHolds(JsonObject truth, JsonObject profile)
    {
        foreach (var change in truth["listChanges"]!.AsArray())
            Say(change!.AsObject());
        foreach (var (kind, facts) in truth.Where(field => !Figures.Contains(field.Key) && !NotGiven.ContainsKey(field.Key)))
        {
            var place = new JsonArray([.. Places.GetValueOrDefault(kind, [kind]).Select(name => Assert.Contains(name, profile)?.DeepClone())]);
            if (facts is JsonArray rows)
                Assert.All(rows, row => AssertSaid(kind, row, RowOf(place, IdOf(row!.AsObject()))));
            else
                AssertSaid(kind, facts, place);
        }
    }

    private static void AssertSaid(string kind, JsonNode? facts, JsonNode? place)
    {
        var said = JsonFacts.Of(place).ToHashSet();
        Assert.All(JsonFacts.Of(facts), fact => Assert.True(said.Contains(fact), $"{kind}: the export does not say {fact}\n{place?.ToJsonString()}"));
    }

    /// <summary>The row that bears the id, so that no fact is found in somebody else's row.</summary>
    private static JsonNode? RowOf(JsonArray places, string id)
    {
        var rows = places.SelectMany(place => place!.AsArray()).Where(row => JsonFacts.Of(row).Contains(id)).ToList();
        return rows.Count > 0 ? new JsonArray([.. rows.Select(row => row!.DeepClone())]) : throw new Xunit.Sdk.XunitException($"No row has the id {id}.");
    }

    private static void AssertNobodyElse(JsonObject export, string id, IReadOnlyList<JsonObject> everybody, JsonObject[] truths)
    {
        var own = truths.Single(truth => IdOf(truth) == id);
        var said = JsonFacts.Of(export).Distinct().ToList();
        foreach (var (other, truth) in everybody.Zip(truths).Where(pair => IdOf(pair.First) != id))
        {
            var pointers = new[] { "profileId", "email", "phoneNumber", "externalId" }.Select(name => other[name]?.GetValue<string>()).Append(NameOf(truth));
            foreach (var pointer in pointers.OfType<string>().Where(pointer => pointer != NameOf(own)))
                Assert.DoesNotContain(said, text => JsonFacts.Says(text, pointer));
        }
    }

    /// <summary>First and last name together; alone they are everybody's.</summary>
    private static string? NameOf(JsonObject truth) =>
        (truth["attributes"]?["first_name"]?.GetValue<string>(), truth["attributes"]?["last_name"]?.GetValue<string>()) is ({ } first, { } last) ? $"{first} {last}" : null;

    private static IEnumerable<JsonNode?> SuppressionsOf(JsonObject truth)
    {
        var marketing = truth["subscriptions"]?["email"]?["marketing"];
        return (marketing?["suppression"]?.AsArray() ?? []).Concat(marketing?["list_suppressions"]?.AsArray() ?? []);
    }

    /// <summary>The export has words for joining and leaving.</summary>
    private static void Say(JsonObject change)
    {
        change["change"] = change["joined"]!.GetValue<bool>() ? "subscribed" : "unsubscribed";
        change.Remove("joined");
    }

    private static string IdOf(JsonObject thing) => (thing["profileId"] ?? thing["id"] ?? thing["eventId"])!.GetValue<string>();
}
