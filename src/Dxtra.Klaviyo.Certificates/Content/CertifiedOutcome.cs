namespace Dxtra.Klaviyo.Certificates;

/// <summary>What came of an approved profile.</summary>
/// <param name="Profile">Its number.</param>
/// <param name="Outcome"><c>confirmed, noSuchProfile, merged, unconfirmed, failed</c>.</param>
/// <param name="At">When that was seen last.</param>
/// <param name="Says">That in a sentence.</param>
/// <param name="Open">The steps that were not done or not seen to be done.</param>
public sealed record CertifiedOutcome(int Profile, string Outcome, DateTime At, string Says, IReadOnlyList<CertifiedOpenStep> Open);
