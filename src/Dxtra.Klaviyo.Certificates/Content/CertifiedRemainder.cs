namespace Dxtra.Klaviyo.Certificates;

/// <summary>Something that stays.</summary>
/// <param name="What">What, and with whom.</param>
/// <param name="Why">Why.</param>
public sealed record CertifiedRemainder(string What, string Why);
