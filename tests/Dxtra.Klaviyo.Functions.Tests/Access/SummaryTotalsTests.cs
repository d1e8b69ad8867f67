using CsCheck;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class SummaryTotalsTests
{
    private static readonly string?[] Metrics = ["Received Email", "Opened Email", "Placed Order", "Other", null];

    private readonly SummaryTotals _summary = new();

    [Fact]
    public void Metrics_and_months_are_counted_with_their_first_and_last_time()
    {
        _summary.Add(Happened.Event("Received Email", "2026-01-31T23:59:59Z"));
        _summary.Add(Happened.Event("Received Email", "2026-02-01T00:00:00Z"));
        _summary.Add(Happened.Event("Opened Email", "2026-02-02T00:00:00Z"));
        _summary.Add(Happened.Event("Clicked SMS", "2026-02-03T00:00:00Z"));
        _summary.Add(Happened.Event("Placed Order", "2026-02-04T00:00:00Z"));
        _summary.Add(Happened.Event(null, "2025-12-01T00:00:00Z"));
        _summary.Add(Happened.Event("Received Email", null));

        var row = Assert.Single(Happened.Read(_summary.Rows()));

        Assert.Equal("""{"events":7,"firstAt":"2025-12-01T00:00:00Z","lastAt":"2026-02-04T00:00:00Z","metrics":[{"metric":"Clicked SMS","count":1,"firstAt":"2026-02-03T00:00:00Z","lastAt":"2026-02-03T00:00:00Z"},{"metric":"Opened Email","count":1,"firstAt":"2026-02-02T00:00:00Z","lastAt":"2026-02-02T00:00:00Z"},{"metric":"Placed Order","count":1,"firstAt":"2026-02-04T00:00:00Z","lastAt":"2026-02-04T00:00:00Z"},{"metric":"Received Email","count":3,"firstAt":"2026-01-31T23:59:59Z","lastAt":"2026-02-01T00:00:00Z"},{"metric":null,"count":1,"firstAt":"2025-12-01T00:00:00Z","lastAt":"2025-12-01T00:00:00Z"}],"months":[{"month":"2025-12","messages":0,"opens":0,"clicks":0,"orders":0,"other":1},{"month":"2026-01","messages":1,"opens":0,"clicks":0,"orders":0,"other":0},{"month":"2026-02","messages":1,"opens":1,"clicks":1,"orders":1,"other":0}]}""",
            row.ToJsonString());
    }

    [Fact]
    public void Without_events_there_is_nothing_to_tell()
    {
        Assert.Equal("""{"events":0,"firstAt":null,"lastAt":null,"metrics":[],"months":[]}""", Assert.Single(Happened.Read(_summary.Rows())).ToJsonString());
    }

    [Fact]
    public void Every_event_is_counted_once_among_the_metrics() =>
        Gen.Int[0, Metrics.Length - 1].Select(at => Metrics[at]).Array[0, 50].Sample(metrics =>
        {
            var summary = new SummaryTotals();
            foreach (var metric in metrics)
                summary.Add(Happened.Event(metric));

            var row = Happened.Read(summary.Rows()).Single();

            Assert.Equal(metrics.Length, row["metrics"]!.AsArray().Sum(metric => metric!["count"]!.GetValue<int>()));
            Assert.Equal(metrics.Length, row["months"]!.AsArray().Sum(month => month!.AsObject().Skip(1).Sum(count => count.Value!.GetValue<int>())));
        }, iter: 100);
}
