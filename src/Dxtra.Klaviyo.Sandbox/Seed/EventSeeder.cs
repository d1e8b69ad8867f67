using System.Text.Json.Nodes;
using Dxtra.Klaviyo.Sandbox.Data;

namespace Dxtra.Klaviyo.Sandbox.Seed;

/// <summary>Four years of what people did, in small stories: a mail that is opened and leads to an order, a visit, a form.</summary>
internal sealed class EventSeeder(AccountData data, SeedContext context)
{
    private const string NobodysMetric = "ZZZZZZ";
    private static readonly DateTimeOffset LongAgo = new(1999, 12, 31, 23, 59, 59, TimeSpan.Zero);
    private readonly EventSink _sink = new(data, context);

    public void Seed(SeedPlan plan)
    {
        var stories = new Stories(data, context, _sink);
        var people = data.Profiles.All.Where(profile => profile.Attributes.Count > 0 && profile.Email != "all.lists@example.com").ToList();
        foreach (var profile in people)
            stories.Join(profile);
        AddOddities(people);

        var richest = people[0];
        // Who has something of everything also has an order that a campaign brought.
        for (var before = _sink.Count; _sink.Count - before < plan.EventsOfRichest || !_sink.CreditsCampaign(richest);)
            stories.TellOne(richest);
        while (_sink.Count < plan.Events)
            stories.TellOne(people[Skewed(people.Count)]);
        _sink.Flush();
    }

    /// <summary>Some people do a lot and most do little.</summary>
    private int Skewed(int count)
    {
        var chance = context.Random.Double();
        return 1 + (int)(chance * chance * (count - 1));
    }

    /// <summary>What breaks naive readers: ties in one second, the future, long ago, events without metric or person.</summary>
    private void AddOddities(List<Profile> people)
    {
        var person = people[0];
        var tie = SeedContext.Now.AddDays(-100);
        for (var i = 0; i < 5; i++)
            _sink.Add(person, MetricNames.ViewedProduct, tie, new JsonObject { ["ProductName"] = $"One of five in a second ({i})" });
        foreach (var days in new[] { 200, 300, 360 })
            _sink.Add(people[2], MetricNames.QuizCompleted, SeedContext.Now.AddDays(days), new JsonObject { ["Quiz"] = "Dated ahead of its time" });
        _sink.Add(person, MetricNames.QuizCompleted, LongAgo, new JsonObject { ["Quiz"] = "Imported" });
        _sink.Add(person, metricName: null, SeedContext.Now.AddDays(-90), new JsonObject { ["Note"] = "An event without a metric" });
        _sink.AddRaw(person, NobodysMetric, SeedContext.Now.AddDays(-80), new JsonObject { ["Note"] = "A metric that was deleted" });
        _sink.Add(profile: null, MetricNames.ActiveOnSite, SeedContext.Now.AddDays(-70), new JsonObject { ["Note"] = "An event of nobody" });
        // They left and came back under the new names of the SMS metrics.
        _sink.Add(people[1], MetricNames.UnsubscribedText, SeedContext.Now.AddDays(-60), new JsonObject { ["Method"] = "STOP" });
        _sink.Add(people[1], MetricNames.SubscribedText, SeedContext.Now.AddDays(-59), new JsonObject { ["Method"] = "START" });
        var merged = new JsonObject { ["Source Profile"] = context.Ids.Ulid(SeedContext.Opening) };
        _sink.Add(person, MetricNames.MergedProfile, SeedContext.Now.AddDays(-60), merged);
    }
}
