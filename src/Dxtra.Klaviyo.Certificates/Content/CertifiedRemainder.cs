namespace Dxtra.Klaviyo.Certificates;

/// <summary>Something that stays.</summary>
/// <param name="Kind"><c>redacted, proof, profile, others, hashes, request</c>.</param>
/// <param name="What">What, and with whom, in words.</param>
/// <param name="Why">Why.</param>
public sealed record CertifiedRemainder(string Kind, string What, string Why);
