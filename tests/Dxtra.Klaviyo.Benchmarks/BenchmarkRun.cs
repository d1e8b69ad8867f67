using Dxtra.Klaviyo.Benchmarks.CommandLine;
using Dxtra.Klaviyo.Benchmarks.Measures;
using Dxtra.Klaviyo.Benchmarks.Naive;
using Dxtra.Klaviyo.Benchmarks.Report;
using Dxtra.Klaviyo.Benchmarks.Scenarios;
using Dxtra.Klaviyo.Benchmarks.Stack;
using Dxtra.Klaviyo.Sandbox.Specification;

namespace Dxtra.Klaviyo.Benchmarks;

/// <summary>Starts what is needed, runs the scenarios one after the other, writes what came of them, ends everything.</summary>
internal sealed class BenchmarkRun(BenchmarkOptions options, TextWriter output)
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (options.Scenarios.Any(name => ScenarioList.Find(name)!.NeedsSdk))
            await NodeExporter.InstallAsync(output.WriteLine, ct);
        await using var stack = await BenchmarkStack.StartAsync(options.Latency, output.WriteLine, ct);
        var floor = new RateFloor(OperationCatalog.Load());
        var results = new Results(DateTimeOffset.UtcNow, Environment.ProcessorCount, options.Latency, UsedShare.Value);
        var bench = new Bench(stack, new AppExporter(stack, floor, options.Latency), new NodeExporter(stack, floor, options.Latency), floor, options, results, output);
        foreach (var name in options.Scenarios)
        {
            await output.WriteLineAsync($"== {name}");
            await ScenarioList.Find(name)!.RunAsync(bench, ct);
        }

        await output.WriteLineAsync(Tables.Of(results));
        if (options.OutputFile is { } file)
            await JsonResults.WriteAsync(results, file, ct);
    }
}
