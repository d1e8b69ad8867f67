namespace Dxtra.Klaviyo.Certificates;

/// <summary>That somebody approved, or ordered.</summary>
/// <param name="Actor">Who.</param>
/// <param name="At">When.</param>
public sealed record CertifiedAct(string Actor, DateTime At);
