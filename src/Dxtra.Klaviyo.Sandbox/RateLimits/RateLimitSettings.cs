namespace Dxtra.Klaviyo.Sandbox.RateLimits;

/// <summary>How strictly limits are kept.</summary>
/// <param name="Enabled">False lets everything through.</param>
/// <param name="Scale">Multiplies every limit, above zero; no limit falls under one call.</param>
internal sealed record RateLimitSettings(bool Enabled, double Scale = 1);
