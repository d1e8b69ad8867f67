namespace Dxtra.Klaviyo.Functions.Consent;

/// <param name="Full">True: everything is compared, not only what changed.</param>
internal sealed record ResyncBody(bool Full = false);
