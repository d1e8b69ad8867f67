using Dxtra.Klaviyo.Sandbox.Pipeline;

namespace Dxtra.Klaviyo.Sandbox.Faults;

/// <summary>What a fault does to one call.</summary>
/// <param name="Kind">Its name.</param>
internal sealed record Fault(string Kind)
{
    /// <summary>Waited before anything else.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Answers in place of the API; null lets the API answer.</summary>
    public Func<HttpContext, Task>? Answer { get; init; }

    /// <summary>Left to the operation, which answers as if nothing were wrong, or worse; null: the operation need not know.</summary>
    public FaultRule? Lie { get; init; }

    /// <summary>Sends the API's own body; null sends it whole.</summary>
    public BodyDelivery? Delivery { get; init; }
}
