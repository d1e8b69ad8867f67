using System.Globalization;
using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Journeys.Harness;

namespace Dxtra.Klaviyo.Journeys.Adversity;

/// <summary>Histories that are long, crowded, of tomorrow, or sent oddly: each event is in the export, once.</summary>
[Collection(ActiveJourneys.Name)]
public sealed class OddHistoryTests(ImpatientFixture fixture) : IClassFixture<ImpatientFixture>, IAsyncLifetime
{
    private static readonly DateTimeOffset Then = new(2025, 3, 14, 15, 9, 26, TimeSpan.Zero);

    public Task InitializeAsync() => fixture.BehaveAsync();

    public Task DisposeAsync() => fixture.BehaveAsync();

    [Fact]
    public async Task A_long_history_with_a_crowded_second_and_events_of_tomorrow_is_whole()
    {
        var id = await LongAsync("long+history@customers.test");

        await AssertEventsAsync(id, (await fixture.Journey.WalkAsync("long+history@customers.test")));
    }

    [Theory]
    [InlineData("eventsRepeatAtSeams")]
    [InlineData("eventsOutOfOrder")]
    public async Task Pages_that_overlap_or_are_shuffled_lose_and_double_nothing(string quirk)
    {
        var id = await LongAsync($"{quirk}@customers.test");
        await fixture.Control.QuirksAsync(new { wire = new Dictionary<string, bool> { [quirk] = true } });

        await AssertEventsAsync(id, await fixture.Journey.WalkAsync($"{quirk}@customers.test"));
    }

    [Fact]
    public async Task Events_without_a_time_a_metric_or_a_person_in_them_are_there_all_the_same()
    {
        var id = await fixture.Control.CreateAsync(new { attributes = new { email = "bare@customers.test" } });
        string[] oddities = ["NoProfile", "NoMetric", "NoTimestamp", "NoDatetime", "NoTimestamp,NoDatetime", "SpacedDatetime"];
        await fixture.Control.AddEventsAsync(id, oddities.Select(odd => new { metric = "Viewed Page", time = Then, oddities = odd }));
        await fixture.Control.AddEventsAsync(id, new { metric = (string?)null, time = Then }, new { metric = (string?)null, metricId = "XXXXXX", time = Then });

        await AssertEventsAsync(id, await fixture.Journey.WalkAsync("bare@customers.test"));
    }

    [Fact]
    public async Task Times_with_a_space_and_attributes_that_nobody_knows_are_taken_as_they_come()
    {
        await fixture.Control.QuirksAsync(new { wire = new { spacedEventTimes = true, unknownAttributes = true } });
        var id = await fixture.Control.CreateAsync(new { attributes = new { email = "odd+wire@customers.test", first_name = "Odette" } });
        await fixture.Control.AddEventsAsync(id, Enumerable.Range(0, 30).Select(n => new { metric = "Viewed Page", time = Then.AddMinutes(n), properties = new { n } }));

        var export = await fixture.Journey.WalkAsync("odd+wire@customers.test");

        await AssertEventsAsync(id, export);
        Assert.Equal("2025-03-14T15:09:26Z", export["profiles"]![0]!["summary"]!["firstAt"]!.GetValue<string>());
        Assert.Contains(' ', export["profiles"]![0]!["events"]![0]!["event"]!["attributes"]!["datetime"]!.GetValue<string>());
    }

    /// <summary>More than a window takes: thousands over years, hundreds in one second, some that are still to come.</summary>
    private async Task<string> LongAsync(string email)
    {
        var id = await fixture.Control.CreateAsync(new { attributes = new { email } });
        await fixture.Control.AddManyEventsAsync(id, 4_500, "Active on Site", Then.AddYears(-3), Then.AddYears(1));
        await fixture.Control.AddEventsAsync(id, Enumerable.Range(0, 1_200).Select(n => new { metric = "Clicked Email", time = Then, properties = new { n } }));
        await fixture.Control.AddEventsAsync(id, Enumerable.Range(1, 3).Select(years => new { metric = "Booked", time = DateTimeOffset.UtcNow.AddYears(years) }));
        return id;
    }

    private async Task AssertEventsAsync(string profileId, JsonObject export)
    {
        var truth = (await fixture.Control.TruthAsync(profileId))["events"]!.AsArray().Select(happened => happened!["id"]!.GetValue<string>());
        var rows = export["profiles"]![0]!["events"]!.AsArray().Select(row => row!["event"]!).ToList();
        Assert.Equal(truth.Order(StringComparer.Ordinal), rows.Select(row => row["id"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        var times = rows.Select(row => row["attributes"]!["timestamp"]?.GetValue<long>()).OfType<long>().ToList();
        Assert.Equal(times.Order(), times);
        Assert.Equal(rows.Count.ToString(CultureInfo.InvariantCulture), export["profiles"]![0]!["summary"]!["events"]!.ToJsonString());
    }
}
