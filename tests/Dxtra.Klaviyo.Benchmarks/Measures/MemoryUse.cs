namespace Dxtra.Klaviyo.Benchmarks.Measures;

/// <param name="PeakBytes">Highest working set.</param>
/// <param name="MedianBytes">Median of the sampled working set.</param>
internal sealed record MemoryUse(long PeakBytes, long MedianBytes);
