namespace Dxtra.Klaviyo.Certificates;

/// <summary>What a look saw when it asked for one thing.</summary>
/// <param name="At">When.</param>
/// <param name="Look">1 for the first look.</param>
/// <param name="Profile">The profile's number.</param>
/// <param name="By">What was asked: <c>profileId, email, phone, externalId, lists, events, emailConsent, smsConsent</c>.</param>
/// <param name="Seen"><c>absent, present, inAnother, createdAnew, unreadable</c>.</param>
public sealed record CertifiedSighting(DateTime At, int Look, int Profile, string By, string Seen);
