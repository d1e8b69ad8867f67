namespace Dxtra.Klaviyo.Certificates;

/// <summary>A step that was not done or not seen to be done.</summary>
/// <param name="Step">Which.</param>
/// <param name="Reason">Why, in one word.</param>
public sealed record CertifiedOpenStep(string Step, string Reason);
