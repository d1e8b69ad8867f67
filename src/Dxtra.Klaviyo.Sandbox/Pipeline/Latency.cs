namespace Dxtra.Klaviyo.Sandbox.Pipeline;

/// <summary>What every answer waits: a fixed time, and up to <paramref name="jitter"/> more by chance.</summary>
/// <param name="fixedDelay">The least.</param>
/// <param name="jitter">The most on top of it.</param>
/// <param name="seed">The same seed gives the same delays, call by call.</param>
internal sealed class Latency(TimeSpan fixedDelay, TimeSpan jitter, int seed)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    public TimeSpan Fixed => fixedDelay;

    public TimeSpan Jitter => jitter;

    public int Seed => seed;

    public TimeSpan Next()
    {
        if (jitter == TimeSpan.Zero)
            return fixedDelay;
        lock (_gate)
            return fixedDelay + (jitter * _random.NextDouble());
    }
}
