using Dxtra.Klaviyo.Sandbox.Faults;

namespace Dxtra.Klaviyo.Sandbox.Control;

/// <summary>The faults to switch on, in place of those that are on. An empty list switches all off.</summary>
internal sealed record FaultRules(IReadOnlyList<FaultRule> Rules);
