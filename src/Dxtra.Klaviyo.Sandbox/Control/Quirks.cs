using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>Reported oddities of the real API, all off by default, and the latency of every answer.</summary>
internal sealed record Quirks
{
    public double LatencyMilliseconds { get; init; }

    public FilterQuirks Filters { get; init; } = new();

    public WireQuirks Wire { get; init; } = new();

    public static Quirks Of(SandboxSettings settings) => new()
    {
        LatencyMilliseconds = settings.Latency.TotalMilliseconds,
        Filters = settings.Filters,
        Wire = settings.Wire,
    };

    public void ApplyTo(SandboxSettings settings)
    {
        if (LatencyMilliseconds is < 0 or > 600_000)
            throw new ArgumentException("latencyMilliseconds must be between 0 and 600000.");
        settings.Latency = TimeSpan.FromMilliseconds(LatencyMilliseconds);
        settings.Filters = Filters;
        settings.Wire = Wire;
    }
}
