namespace Dxtra.Klaviyo.Benchmarks.Measures;

/// <summary>Calls that reached the sandbox, as its request log has them.</summary>
internal sealed record CallCounts(int Total, IReadOnlyDictionary<string, int> ByOperation, IReadOnlyDictionary<int, int> ByStatus)
{
    /// <summary>Answers of 429.</summary>
    public int Throttled => ByStatus.GetValueOrDefault(429);
}
