using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Jobs;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Reported oddities of the real API, all off by default, and the latency of every answer.</summary>
internal sealed record Quirks
{
    public double LatencyMilliseconds { get; init; }

    /// <summary>Up to so much more, by chance.</summary>
    public double JitterMilliseconds { get; init; }

    /// <summary>The same seed gives the same delays, call by call, from the moment it is set.</summary>
    public int JitterSeed { get; init; }

    public FilterQuirks Filters { get; init; } = new();

    public WireQuirks Wire { get; init; } = new();

    public JobQuirks Jobs { get; init; } = new();

    public static Quirks Of(SandboxSettings settings) => new()
    {
        LatencyMilliseconds = settings.Latency.Fixed.TotalMilliseconds,
        JitterMilliseconds = settings.Latency.Jitter.TotalMilliseconds,
        JitterSeed = settings.Latency.Seed,
        Filters = settings.Filters,
        Wire = settings.Wire,
        Jobs = settings.Jobs,
    };

    public void ApplyTo(SandboxSettings settings)
    {
        if (LatencyMilliseconds is < 0 or > 600_000 || JitterMilliseconds is < 0 or > 600_000)
            throw new ArgumentException("latencyMilliseconds and jitterMilliseconds must be between 0 and 600000.");
        Jobs.Check();
        settings.Latency = new Latency(TimeSpan.FromMilliseconds(LatencyMilliseconds), TimeSpan.FromMilliseconds(JitterMilliseconds), JitterSeed);
        settings.Filters = Filters;
        settings.Wire = Wire;
        settings.Jobs = Jobs;
    }
}
