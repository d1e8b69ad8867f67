using Dxtra.Klaviyo.Sandbox.Filters;
using Dxtra.Klaviyo.Sandbox.Jobs;
using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox;

/// <summary>What the control interface can change while the sandbox runs, besides limits and faults.</summary>
internal sealed class SandboxSettings
{
    /// <summary>Waited before each answer.</summary>
    public Latency Latency { get; set; } = new(TimeSpan.Zero, TimeSpan.Zero, seed: 0);

    public FilterQuirks Filters { get; set; } = new();

    public WireQuirks Wire { get; set; } = new();

    public JobQuirks Jobs { get; set; } = new();
}
