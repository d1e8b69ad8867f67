namespace Dxtra.Klaviyo.Sandbox.Control;

/// <param name="AdvancedKdp">Whether the plan includes system webhooks.</param>
internal sealed record AccountPlan(bool AdvancedKdp);
