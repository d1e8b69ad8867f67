using System.Globalization;
using Dxtra.Klaviyo.Benchmarks.Measures;

namespace Dxtra.Klaviyo.Benchmarks.Report;

/// <summary>The results for people, as Markdown: ratios first, for the machine's own speed is in all figures alike.</summary>
internal static class Tables
{
    private const double Mebi = 1024 * 1024;

    public static string Of(Results results) => string.Join(Environment.NewLine,
    [
        string.Create(CultureInfo.InvariantCulture,
            $"{results.At:yyyy-MM-dd HH:mm} UTC, {results.Processors} cores, latency {results.Latency.TotalMilliseconds:0} ms, share {results.Share:0.##}"),
        "", .. Ratios(results), "", .. Figures(results), "", .. Calls(results), "", .. Estimates(results), "", .. Deliveries(results),
    ]);

    /// <summary>The app in all formats against the plain exporter, which writes JSON alone.</summary>
    private static IEnumerable<string> Ratios(Results results) => MarkdownTable.Of(
        ["Scenario", "against", "calls", "time", "CPU", "429s"],
        from scenario in results.Measurements.GroupBy(measurement => (measurement.Scenario, measurement.People))
        let app = scenario.LastOrDefault(measurement => measurement.Exporter == Measurement.App)
        where app is not null
        from other in scenario
        where other.Exporter != Measurement.App
        select (string[])
        [
            app.Scenario, other.Exporter, Times(other.Calls.Total, app.Calls.Total), Times(other.Wall.TotalSeconds, app.Wall.TotalSeconds),
            Times(other.Cpu.TotalSeconds, app.Cpu.TotalSeconds),
            $"{app.Calls.Throttled} : {other.Calls.Throttled}",
        ]);

    private static IEnumerable<string> Figures(Results results) => MarkdownTable.Of(
        ["Scenario", "exporter", "formats", "calls", "429s", "time", "CPU", "floor", "floor, full share", "time : floor", "peak", "over the smallest", "median", "size"],
        results.Measurements.Select(measurement => (string[])
        [
            measurement.Scenario, measurement.Exporter, string.Join('+', measurement.Formats), Number(measurement.Calls.Total),
            Number(measurement.Calls.Throttled), Seconds(measurement.Wall), Seconds(measurement.Cpu), Seconds(measurement.Floor), Seconds(measurement.FloorAtFullShare),
            Times(measurement.Wall.TotalSeconds, measurement.Floor.TotalSeconds), Megabytes(measurement.Memory?.PeakBytes),
            Megabytes(measurement.Memory?.PeakBytes - Smallest(results, measurement)), Megabytes(measurement.Memory?.MedianBytes),
            string.Join(' ', measurement.ExportBytes.Select(export => $"{export.Key} {Megabytes(export.Value)}")),
        ]));

    private static IEnumerable<string> Calls(Results results) => MarkdownTable.Of(
        ["Scenario", "exporter", "formats", "calls by operation"],
        results.Measurements.Select(measurement => (string[])
        [
            measurement.Scenario, measurement.Exporter, string.Join('+', measurement.Formats),
            string.Join(", ", measurement.Calls.ByOperation.OrderByDescending(call => call.Value).Select(call => $"{call.Key} {call.Value}")),
        ]));

    private static IEnumerable<string> Estimates(Results results) => MarkdownTable.Of(
        ["Scenario", "computed", "time", "from"],
        results.Estimates.Select(estimate => (string[])[estimate.Scenario, estimate.What, Seconds(estimate.Time), estimate.Basis]));

    /// <summary>The medians of the turns: the app, the bare endpoint, and how many times as much the app takes.</summary>
    private static IEnumerable<string> Deliveries(Results results) => MarkdownTable.Of(
        ["Events each", "side by side", "deliveries", "a second, app : bare", "ratio", "median, app : bare", "99 %, app : bare", "ratio"],
        from load in results.Deliveries.GroupBy(delivery => (delivery.Events, delivery.SideBySide, delivery.Count))
        let app = load.Where(delivery => delivery.Receiver == DeliveryMeasurement.App).ToList()
        let bare = load.Where(delivery => delivery.Receiver == DeliveryMeasurement.Bare).ToList()
        let rates = (App: Middle(app, one => one.PerSecond), Bare: Middle(bare, one => one.PerSecond))
        let tails = (App: Middle(app, one => one.Percentile99.TotalMilliseconds), Bare: Middle(bare, one => one.Percentile99.TotalMilliseconds))
        select (string[])
        [
            Number(load.Key.Events), Number(load.Key.SideBySide), Number(load.Key.Count), Pair(rates.App, rates.Bare), Times(rates.App, rates.Bare),
            Pair(Middle(app, one => one.Median.TotalMilliseconds), Middle(bare, one => one.Median.TotalMilliseconds)) + " ms",
            Pair(tails.App, tails.Bare) + " ms", Times(tails.App, tails.Bare),
        ]);

    private static double Middle(List<DeliveryMeasurement> turns, Func<DeliveryMeasurement, double> figure) => turns.Select(figure).Order().ElementAt(turns.Count / 2);

    private static string Pair(double one, double other) => string.Create(CultureInfo.InvariantCulture, $"{one:0.0} : {other:0.0}");

    /// <summary>The peak of the same exporter and formats in the first scenario that ran.</summary>
    private static long? Smallest(Results results, Measurement measurement) => results.Measurements
        .First(other => other.Exporter == measurement.Exporter && other.Formats.SequenceEqual(measurement.Formats)).Memory?.PeakBytes;

    private static string Times(double one, double other) => other == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{one / other:0.0}×");

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Megabytes(long? bytes) => bytes is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known / Mebi:0.0} MiB") : "–";
}
