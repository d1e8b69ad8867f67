using Dxtra.Klaviyo.Benchmarks.CommandLine;
using Dxtra.Klaviyo.Benchmarks.Measures;
using Dxtra.Klaviyo.Benchmarks.Naive;
using Dxtra.Klaviyo.Benchmarks.Report;
using Dxtra.Klaviyo.Benchmarks.Stack;

namespace Dxtra.Klaviyo.Benchmarks.Scenarios;

/// <summary>What a scenario works with.</summary>
internal sealed record Bench(
    BenchmarkStack Stack, AppExporter App, NodeExporter Node, RateFloor Floor, BenchmarkOptions Options, Results Results, TextWriter Output)
{
    /// <summary>Keeps a measurement and says it.</summary>
    public void Add(Measurement measurement)
    {
        Results.Measurements.Add(measurement);
        Output.WriteLine($"{measurement.Exporter} {string.Join('+', measurement.Formats)}: {measurement.Calls.Total} calls, {measurement.Wall.TotalSeconds:0.00} s");
    }
}
