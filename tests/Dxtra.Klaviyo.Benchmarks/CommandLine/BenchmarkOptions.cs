namespace Dxtra.Klaviyo.Benchmarks.CommandLine;

/// <summary>What is measured, and how.</summary>
/// <param name="Scenarios">Names of scenarios, in the order in which they run.</param>
/// <param name="Latency">Waited by the sandbox before each answer.</param>
/// <param name="Formats">Formats to export in; null for all that the app offers.</param>
/// <param name="OutputFile">Receives the results as JSON; null for none.</param>
internal sealed record BenchmarkOptions(
    IReadOnlyList<string> Scenarios, TimeSpan Latency, IReadOnlyList<string>? Formats, string? OutputFile);
