namespace Dxtra.Klaviyo.Benchmarks.Measures;

/// <summary>A figure that was computed, not measured, with what it rests on.</summary>
internal sealed record Estimate(string Scenario, string What, TimeSpan Time, string Basis);
